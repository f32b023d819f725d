import { describe, expect, it } from 'vitest';
import type { RunDocument } from '../execute/documents.js';
import { jsonText } from './json.js';
import { runsCsv, seriesCsv } from './run-tables.js';

const base: RunDocument = {
  weir: '0.1.0',
  model: 'tank',
  run_id: '00000000000000aa',
  scenario: 'now',
  corrections: [],
  settings: { method: 'euler', dt: 0.25, until: 20, backend: 'javascript' },
  inputs: {},
  stop: { month: 20, reason: 'end time' },
  outcomes: { people: 19.9 },
  stocks: {},
  series: { month: [0, 20], people: [10, 19.9] },
};
const busy: RunDocument = { ...base, run_id: '00000000000000bb', scenario: 'busy', inputs: { rate: 10 } };

describe('run tables', () => {
  it('has one row a run, with its id and what was set', () => {
    expect(runsCsv([base, busy])).toBe(
      'run_id,scenario,set.rate,stop_month,stop_reason,people\r\n' +
        '00000000000000aa,now,,20,end time,19.9\r\n00000000000000bb,busy,10,20,end time,19.9\r\n',
    );
  });

  it('has one row a run and month', () => {
    expect(seriesCsv([busy])).toBe(
      'run_id,scenario,month,people\r\n00000000000000bb,busy,0,10\r\n00000000000000bb,busy,20,19.9\r\n',
    );
  });

  it('names corrections where a run has any', () => {
    const other: RunDocument = { ...busy, corrections: ['D1', 'D2'] };
    expect(runsCsv([base, other])).toBe(
      'run_id,scenario,corrections,set.rate,stop_month,stop_reason,people\r\n' +
        '00000000000000aa,now,,,20,end time,19.9\r\n00000000000000bb,busy,"D1,D2",10,20,end time,19.9\r\n',
    );
    expect(seriesCsv([other]).split('\r\n').slice(0, 2)).toEqual([
      'run_id,scenario,corrections,month,people',
      '00000000000000bb,busy,"D1,D2",0,10',
    ]);
  });

  it('writes JSON that gives back the document', () => {
    expect(JSON.parse(jsonText(base))).toEqual(base);
    expect(jsonText(base).endsWith('}\n')).toBe(true);
  });
});
