import { describe, expect, it } from 'vitest';
import { reportData } from '../input/report-data.js';
import { INPUT } from '../testing/study-input.js';
import { parameterTable, parameterText } from './parameters.js';

describe('parameterTable', () => {
  it('sets each value beside the default of the model', () => {
    const rows = parameterTable(reportData(INPUT)).rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell : cell.value)),
    );
    expect(rows).toContainEqual([
      'Full decriminalization',
      'Prosecution of buying',
      'buyer_prosecution_culture',
      0,
      0.01,
    ]);
    expect(rows).toContainEqual([
      'Partial decriminalization plus services',
      'Adult short term places',
      'st_services_capacity',
      750,
      250,
    ]);
  });

  it('keeps the digits that were given', () => {
    expect([0.1, 0, 5656000, 0.0083].map(parameterText)).toEqual(['0.1', '0', '5,656,000', '0.0083']);
  });
});
