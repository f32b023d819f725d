import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast.js';
import { BASELINE_STYLE, POLICY_STYLES } from './policy-style.js';
import { DARK, LIGHT } from './tokens.js';
import { wrapText } from './typography.js';

describe('theme', () => {
  it('knows the ends of the scale', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
    expect(contrastRatio('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
  });

  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('has readable text on every background of the %s theme', (_, tokens) => {
    for (const background of [tokens.surface, tokens.page, tokens.notice]) {
      for (const color of [tokens.text, tokens.muted]) {
        expect(contrastRatio(color, background)).toBeGreaterThanOrEqual(6.5);
      }
      expect(contrastRatio(tokens.focus, background)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastRatio(tokens.control, tokens.surface)).toBeGreaterThanOrEqual(3.5);
  });

  it('tells policies apart without color', () => {
    const styles = [BASELINE_STYLE, ...POLICY_STYLES];
    for (const style of styles) expect(contrastRatio(style.color, LIGHT.surface)).toBeGreaterThanOrEqual(3.2);
    expect(new Set(styles.map((style) => style.marker)).size).toBe(styles.length);
    expect(new Set(styles.map((style) => `${style.dash} ${style.width}`)).size).toBe(styles.length);
  });

  it('breaks lines at blanks only, and loses nothing', () => {
    const text = 'Partial decriminalization plus services, as run in the archive';
    const lines = wrapText(text, 120, 14);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
  });
});
