import type { Diagnostic, Place } from '@weir/model';
import { delimitedRows } from '../store/delimited.js';

/** A number as people write it: no units, no grouping, nothing that is not finite. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** First characters that a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@]/;

/** Faults listed before the rest goes unread. */
const MOST_FAULTS = 20;

/** Characters of a line before a field. */
function columnOf(fields: readonly string[], field: number): number {
  return fields.slice(0, field).reduce((sum, text) => sum + text.length + 1, 0);
}

/** Takes in the rows of a table of inputs, a line at a time. */
export class InputsRows {
  readonly keys: string[] = [];
  readonly faults: Diagnostic[] = [];
  readonly #lineOf = new Map<string, number>();

  /**
   * @param names - Of the inputs, in the order of the columns after the first.
   * @param values - Takes the values, shape [rows x names], column by column.
   * @param rows - Rows that it has room for.
   */
  constructor(
    private readonly names: readonly string[],
    private readonly values: Float64Array,
    private readonly rows: number,
    private readonly place: (line: number, column: number) => Place,
  ) {}

  /** Whether it makes sense to read on. */
  get isWorthReading(): boolean {
    return this.faults.length < MOST_FAULTS;
  }

  /** Takes in a line that is not empty. @param line - Its number, from 1. */
  add(text: string, line: number): void {
    const fields = text.includes('"') ? (delimitedRows(text)[0] ?? []) : text.split(',');
    const row = this.keys.length;
    if (row >= this.rows) throw new RangeError('more rows than were counted');
    const key = this.#keyOf(fields[0]?.trim() ?? '', line);
    if (fields.length !== this.names.length + 1) {
      const message = `Line ${line} has ${fields.length} fields; the header has ${this.names.length + 1}.`;
      this.#say('inputs-row', message, line, 0, 'Give every run a value in every column.');
      return;
    }
    for (const [position, name] of this.names.entries()) {
      const written = fields[position + 1]?.trim() ?? '';
      const value = DECIMAL.test(written) ? Number(written) : Number.NaN;
      if (Number.isFinite(value)) this.values[position * this.rows + row] = value + 0;
      else {
        const shown = written === '' ? 'nothing' : `\`${written}\``;
        const message = `\`${name}\` of the run \`${key}\` is ${shown}; it must be a finite number.`;
        this.#say(
          'inputs-value',
          message,
          line,
          columnOf(fields, position + 1),
          'Write it as in 0.05 or 5e-2.',
        );
      }
    }
    this.keys.push(key);
  }

  #keyOf(key: string, line: number): string {
    const earlier = this.#lineOf.get(key);
    if (key === '') this.#say('inputs-key', `Line ${line} has no run_id.`, line, 0, 'Name every run.');
    else if (FORMULA.test(key)) {
      const message = `The run_id \`${key}\` begins like a formula of a spreadsheet.`;
      this.#say('inputs-key', message, line, 0, 'Begin it with a letter or a digit.');
    } else if (earlier !== undefined) {
      const message = `The run_id \`${key}\` stands in line ${earlier} already.`;
      this.#say('inputs-key', message, line, 0, 'Give every run a name of its own.');
    } else this.#lineOf.set(key, line);
    return key;
  }

  #say(code: string, message: string, line: number, column: number, hint: string): void {
    this.faults.push({ code, severity: 'error', message, hint, place: this.place(line, column) });
  }
}
