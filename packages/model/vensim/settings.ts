import type { FileMethod, UnitDefinition } from '../model.js';
import { canonicalName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';

/** What the settings of a file say about a run. */
export interface Settings {
  readonly methods: readonly FileMethod[];
  /** Synonyms of units, one for each line `22:`. */
  readonly units: readonly UnitDefinition[];
}

/** Integration by the fourth field of line `15:`; the second kind, difference equations, is none of ours. */
const METHODS: ReadonlyMap<string, FileMethod> = new Map([
  ['0', 'euler'],
  ['1', 'rk4'],
  ['3', 'rk2'],
  ['4', 'rk2'],
  ['5', 'rk4'],
]);

/**
 * Reads the settings at the end of a file: integration type (`15:`) and synonyms of units (`22:`). The rest serves
 * Vensim's windows. Without settings the method is euler.
 *
 * @errors vensim-control.
 */
export function readSettings(findings: Findings, section: Span): Settings {
  const units: UnitDefinition[] = [];
  const declared = new Set<string>();
  let methods: readonly FileMethod[] = ['euler'];
  const text = findings.source.text.slice(section.start, section.end);
  for (const match of text.matchAll(/^(15|22):([^\r\n]*)/gm)) {
    const start = section.start + match.index;
    const span = { start, end: start + match[0].length };
    const fields = (match[2] ?? '').split(',').map((field) => field.trim());
    if (match[1] === '15') {
      const method = METHODS.get(fields[3] ?? '0');
      if (method !== undefined) methods = [method];
      else
        findings.error(
          'vensim-control',
          span,
          fields[3] === '2'
            ? 'The integration type is `Difference`, which is not supported.'
            : `The integration type \`${fields[3]}\` is not known.`,
          { hint: 'Choose Euler or Runge-Kutta in the settings of the model.' },
        );
      continue;
    }
    const names = fields.filter((field) => {
      const key = canonicalName(field);
      if (key === '' || declared.has(key)) return false;
      declared.add(key);
      return true;
    });
    const [name, ...aliases] = names;
    if (name !== undefined) units.push({ name, aliases, span });
  }
  return { methods, units };
}
