import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weir } from '../testing/captured-io.js';
import { newFolder, smallStudyFolder } from '../testing/small-study.js';

const CORRECTIONS = `corrections:
  C1:
    title: Slower starts
    what: Starts halve.
    why: A test.
    evidence: here
    status: proved
    changes: [{ variable: rate, expected: 0.2, value: 0.1 }]
    tests: [this one]
  C2:
    title: Served by twos
    what: Starts come in twos.
    why: A test.
    evidence: here
    status: proved
    changes: [{ variable: Starting, expected: Waiting_people * Starting_rate, equation: 2 * Waiting_people * Starting_rate }]
    tests: [this one]
  C3:
    title: Another rate
    what: Starts stop.
    why: A test.
    evidence: here
    status: proved
    changes: [{ variable: rate, expected: 0.2, value: 0 }]
    conflicts: [C1]
    tests: [this one]
  C9:
    title: Of another model
    what: Nothing any more.
    why: A test.
    evidence: here
    status: proved
    changes: [{ variable: rate, expected: 0.3, value: 0 }]
    tests: [this one]
groups:
  two: [C1, C2]
`;

function studyWithCorrections(text = CORRECTIONS): string {
  const folder = smallStudyFolder();
  writeFileSync(join(folder, 'corrections.yaml'), text);
  return folder;
}

const study = studyWithCorrections();
const plain = smallStudyFolder();

describe('--corrections', () => {
  it('none gives what a study without corrections gives', async () => {
    for (const words of [
      ['run'],
      ['run', '--format', 'csv'],
      ['compare', '--format', 'json'],
      ['equilibrium'],
    ]) {
      const [verb = '', ...rest] = words;
      const expected = await weir([verb, plain, ...rest]);
      expect(await weir([verb, study, ...rest])).toEqual(expected);
      expect(await weir([verb, study, ...rest, '--corrections', 'none'])).toEqual(expected);
    }
  });

  it('run computes and names what is in force, in the order of the file', async () => {
    const { code, out } = await weir([
      'run',
      study,
      '--corrections',
      'c2,C1',
      '--until',
      '1',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document.corrections).toEqual(['C1', 'C2']);
    // Four Euler steps of a quarter month at 2 x 0.1 a month.
    expect(document.outcomes.waiting).toBeCloseTo(100 * 0.95 ** 4, 10);
    const table = await weir(['run', study, '--corrections', 'two']);
    expect(table.out).toContain('waiting 1.0.0, corrections C1, C2');
    const csv = await weir(['run', study, '--corrections', 'two', '--format', 'csv']);
    expect(csv.out).toContain('"C1,C2"');
  });

  it('what a person sets stands above a correction', async () => {
    const words = ['--corrections', 'C1', '--set', 'rate=0.4', '--until', '1', '--format', 'json'];
    const { out } = await weir(['run', study, ...words]);
    expect(JSON.parse(out).outcomes.waiting).toBeCloseTo(100 * 0.9 ** 4, 10);
  });

  it('compare, equilibrium and report name them, too', async () => {
    const compared = await weir(['compare', study, '--corrections', 'C2', '--format', 'json']);
    expect(JSON.parse(compared.out).corrections).toEqual(['C2']);
    const long = await weir(['compare', study, '--corrections', 'C2', '--format', 'csv']);
    expect(long.out).toMatch(/^scenario,corrections,outcome,/);
    const rest = await weir(['equilibrium', study, '--corrections', 'C2']);
    expect(`${rest.out}${rest.err}`).toContain('corrections C2');
    const folder = join(newFolder(), 'report');
    const reported = await weir(['report', study, '--corrections', 'C2', '--out', folder]);
    expect(reported.code).toBe(0);
    expect(reported.out).toContain('--corrections C2');
    const page = readFileSync(join(folder, 'report.html'), 'utf8');
    expect(page).toContain('corrections C2');
    expect(page).toContain('Served by twos (proved). Starts come in twos.');
    expect(page).toContain('--corrections C2 ');
    expect(page).not.toContain('as in the model file');
  });

  it.each([
    ['C4', 2, /`C3`/],
    ['C1,C3', 2, /cannot be\s+chosen together/],
    ['none,C1', 2, /`none`/],
    ['recommended', 2, /not\s+offered/],
    ['C9', 3, /corrections\.yaml:33:/],
  ])('%s ends with code %d', async (asked, expected, names) => {
    const { code, out, err } = await weir(['run', study, '--corrections', asked]);
    expect(code).toBe(expected);
    expect(out).toBe('');
    expect(err).toMatch(names);
    expect(err).toContain('Try: ');
  });

  it('a faulty corrections file is said with its place', async () => {
    const faulty = studyWithCorrections(CORRECTIONS.replace('title: Slower', 'titel: Slower'));
    const { code, err } = await weir(['run', faulty]);
    expect(code).toBe(3);
    expect(err).toMatch(/corrections\.yaml:3:5/);
    expect(existsSync(join(faulty, 'out'))).toBe(false);
  });
});
