import { sourceText } from '@weir/model';
import { describe, expect, it } from 'vitest';
import { controlsWithout } from './controls.js';
import { readStudy } from './read-study.js';

const study = (controls: string) => `id: tank
title: A tank
version: "1"
citation: none
model: tank.xmile
outcomes: {}
scenarios: { base: { label: Base, summary: As it is., baseline: true } }
limits: { strip: A tank., points: [] }
controls:
${controls}`;

describe('controls', () => {
  it('are read in groups, with their words and ends', () => {
    const read = readStudy(
      sourceText(
        'study.yaml',
        study(
          '  flows: { label: Flows, locked: Nobody sets them., set: { rate: { label: Rate, low: 0, high: 2, note: Slow. } } }',
        ),
      ),
    );
    expect(read.ok && read.value.notes.controls).toEqual([
      {
        id: 'flows',
        label: 'Flows',
        locked: 'Nobody sets them.',
        controls: [{ name: 'rate', label: 'Rate', low: 0, high: 2, note: 'Slow.' }],
      },
    ]);
  });

  it('have a low end below the high end', () => {
    const read = readStudy(
      sourceText(
        'study.yaml',
        study('  flows: { label: Flows, set: { rate: { label: Rate, low: 2, high: 2 } } }'),
      ),
    );
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['study-value']);
  });

  it('are left out where their constants are gone, and groups with them', () => {
    const groups = [
      { id: 'a', label: 'A', controls: [{ name: 'Rate', label: 'Rate' }] },
      {
        id: 'b',
        label: 'B',
        controls: [
          { name: 'rate', label: 'Rate' },
          { name: 'inflow', label: 'Inflow' },
        ],
      },
    ];
    expect(controlsWithout(groups, (key) => key === 'rate')).toEqual([
      { id: 'b', label: 'B', controls: [{ name: 'inflow', label: 'Inflow' }] },
    ]);
  });
});
