import { NO_NOTES } from '@weir/study';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { ReportInput } from '../input/report-input.js';
import { comparisonOf, INPUT, RUNS } from '../testing/study-input.js';
import { reportPage } from './report-page.js';

const BANNED = /\b(prostitut\w*|johns?|pimps?|slaves?|rescu\w*|inventory|better|worse|hookers?|victims?)\b/i;

/** Tags and texts of a page, read as XML. */
function parsed(page: string): { tags: readonly SaxesTagPlain[]; text: string } {
  const tags: SaxesTagPlain[] = [];
  let text = '';
  let hidden = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    tags.push(tag);
    if (tag.name === 'style' || tag.name === 'metadata') hidden += 1;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'style' || tag.name === 'metadata') hidden -= 1;
  });
  parser.on('text', (part) => {
    if (hidden === 0) text += ` ${part}`;
  });
  parser.write(page).close();
  return { tags, text };
}

/** The input with one value of one run set to something else. */
function withValue(scenario: string, outcome: string, value: number): ReportInput {
  const runs = RUNS.map((run) =>
    run.scenario === scenario ? { ...run, outcomes: { ...run.outcomes, [outcome]: value } } : run,
  );
  return { ...INPUT, comparison: comparisonOf(runs) };
}

const page = reportPage(INPUT);
const { tags, text } = parsed(page);
const attributes = (name: string): readonly string[] =>
  tags.flatMap((tag) => {
    const value = tag.attributes[name];
    return value === undefined ? [] : [value];
  });

describe('the report page', () => {
  it('is a whole document with language, title and policy', () => {
    expect(page.startsWith('<!DOCTYPE html>\n<html lang="en">')).toBe(true);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<title>Sex trafficking and commercial sex policy in a state: report</title>');
  });

  it('loads nothing from anywhere', () => {
    const names = new Set(tags.map((tag) => tag.name));
    for (const name of [
      'script',
      'img',
      'iframe',
      'object',
      'embed',
      'form',
      'video',
      'base',
      'image',
      'use',
    ]) {
      expect(names.has(name)).toBe(false);
    }
    expect(attributes('src')).toEqual([]);
    for (const href of attributes('href')) expect(href).toMatch(/^(#|data:,$)/);
    expect(page).not.toMatch(/@import|url\(/);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  });

  it('has headings in order, one first heading, and anchors that exist once', () => {
    const headings = tags.filter((tag) => /^h[1-6]$/.test(tag.name)).map((tag) => Number(tag.name[1]));
    expect(headings.filter((rank) => rank === 1)).toHaveLength(1);
    for (const [place, rank] of headings.entries()) {
      expect(rank).toBeLessThanOrEqual((headings[place - 1] ?? 0) + 1);
    }
    const ids = attributes('id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const href of attributes('href').filter((one) => one.startsWith('#'))) {
      expect(ids).toContain(href.slice(1));
    }
    for (const names of attributes('aria-labelledby')) {
      for (const name of names.split(' ')) expect(ids).toContain(name);
    }
  });

  it('gives every header of a table its scope and every figure a text', () => {
    for (const tag of tags.filter((one) => one.name === 'th'))
      expect(tag.attributes.scope).toMatch(/^(col|row)$/);
    const figures = tags.filter((tag) => tag.name === 'svg' && tag.attributes.role === 'img');
    expect(figures.length).toBeGreaterThan(20);
    for (const tag of figures) expect(tag.attributes['aria-labelledby']).toBeDefined();
  });

  it('uses words that name situations, not identities, and does not judge', () => {
    expect(text.match(BANNED)?.[0]).toBeUndefined();
  });

  it('says the limits before the first figure', () => {
    expect(page.indexOf('A thinking tool, not a forecast.')).toBeLessThan(page.indexOf('role="img"'));
    expect(text).toContain('More traffickers is not the same as more harm.');
  });

  it('tells findings apart from the results of its own runs', () => {
    expect(text).toContain('Finding D4');
    expect(text).toContain("Not computed by this page's runs.");
    expect(text).toContain('Inferred');
  });

  it('names the command and the run id of every scenario', () => {
    for (const run of RUNS) {
      expect(text).toContain(
        `npx weir run a-state --scenario ${run.scenario} --until published --method euler --dt 0.001 --format json`,
      );
      expect(text).toContain(run.run_id);
    }
  });

  it('shows both readings side by side', () => {
    expect(text).toMatch(/lower, \u22127\.37[\s\S]*lower, \u22126\.54/);
  });

  it('takes its directions from the runs: one lower value takes "every policy" away', () => {
    expect(text).toContain('Young people (under 18) trafficked for sex: higher under every policy');
    const changed = parsed(reportPage(withValue('expungement', 'trafficked_youth', 1300))).text;
    expect(changed).not.toContain('Young people (under 18) trafficked for sex: higher under every policy');
    expect(changed).toContain('lower under record relief (expungement), and higher under');
  });

  it('takes its levels and verdicts from the runs', () => {
    expect(text).toContain('9,919.765');
    expect(text).toContain('yes, when cut off instead of rounded');
    const changed = parsed(reportPage(withValue('criminalization', 'trafficked_sellers', 9000))).text;
    expect(changed).not.toContain('9,919.765');
    expect(changed).toContain('five of six');
  });

  it('is made without notes too: chapters come from the data', () => {
    const bare = { ...INPUT, study: { ...INPUT.study, notes: NO_NOTES } };
    const plain = parsed(reportPage({ ...bare, study: { ...bare.study, published: [] } }));
    expect(plain.text).toContain('The answer');
    expect(plain.text).not.toContain('Finding');
    expect(plain.text).not.toContain('Table 2');
  });

  it('tells the corrections of its runs in words before the answer, and none where there are none', () => {
    const told = 'with these corrections';
    expect(reportPage(INPUT)).not.toContain(told);
    const correction = {
      id: 'D1',
      title: 'Homelessness counted',
      what: 'Shares take the values of their sources.',
      why: 'w',
      evidence: 'e',
      status: 'proved',
      changes: [],
      newVariables: [],
      removed: [],
      buildsOn: [],
      startAtRest: false,
      conflicts: [],
      tests: [],
    } as const;
    const comparison = { ...INPUT.comparison, corrections: ['D1', 'D2'] };
    const page = reportPage({ ...INPUT, comparison, corrections: [correction] });
    const { text } = parsed(page);
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain('corrections D1, D2');
    expect(words).toContain('D1 : Homelessness counted (proved). Shares take the values of their sources.');
    expect(page).toContain(told);
    expect(page.indexOf(told)).toBeLessThan(page.indexOf('id="answer"'));
    expect(words).toContain('The printed figures are of the model as published.');
  });

  it('escapes what the study says', () => {
    const title = '<script>alert(1)</script> & more';
    const hostile = reportPage({ ...INPUT, study: { ...INPUT.study, title } });
    expect(() => parsed(hostile)).not.toThrow();
    expect(hostile).not.toContain('<script');
  });
});
