import type { Diagnostic, Outcome } from '@weir/model';
import { reached, refused } from '@weir/model';
import type { ForeignTable } from './foreign-table.js';
import { looksLikePValues, type PublishedIndices, readPublished } from './published-indices.js';

/** Which file is what. */
export interface FileRoles {
  readonly samples: ForeignTable;
  readonly results: ForeignTable;
  readonly indices: PublishedIndices | undefined;
  readonly pValues: PublishedIndices | undefined;
  /** What told samples from results. */
  readonly by: 'names' | 'order' | 'published table';
}

const SAMPLE_WORDS = /sample|design|input|param/i;
const RESULT_WORDS = /output|result|outcome|response/i;
const P_WORDS = /p[-_ ]?val/i;

/**
 * Tells files apart by what is in them: a published table names inputs in its first column and outcomes in its header,
 * which also tells samples from results. Without one the names of the files do, or else their order: samples first.
 *
 * @errors audit-roles: fewer than two files of runs, more than two, or two published tables of one kind.
 */
export function fileRoles(tables: readonly ForeignTable[]): Outcome<FileRoles> {
  const isRuns = ({ columns }: ForeignTable): boolean => columns.some(({ numeric }) => numeric);
  const ofRuns = tables.filter((table) => isRuns(table) && !namesThings(table, tables));
  const [one, other, third] = ofRuns;
  if (one === undefined || other === undefined)
    return notClear('An audit needs a file of samples and a file of results.');
  if (third !== undefined)
    return notClear(
      `Three files look like runs: \`${one.file}\`, \`${other.file}\` and \`${third.file}\`; an audit takes one of samples and one of results.`,
    );
  const rest = tables.filter((table) => !ofRuns.includes(table));
  const first = rolesGiven(one, other, rest);
  const second = rolesGiven(other, one, rest);
  const named = likeness(one) - likeness(other);
  const by = first.read !== second.read ? 'published table' : named !== 0 ? 'names' : 'order';
  const turned = by === 'published table' ? second.read > first.read : named < 0;
  const roles = turned ? second : first;
  if (roles.read < rest.length)
    return notClear(
      `${rest.length - roles.read} of the other files are neither runs nor a table of indices of these inputs and outcomes.`,
    );
  const alone = roles.published.length === 1;
  // Coefficients may all lie between 0 and 1, too: a table that stands alone is taken for one of p-values by its name.
  const areP = (table: PublishedIndices): boolean =>
    looksLikePValues(table) && (!alone || P_WORDS.test(base(table.table.file)));
  const [indices, another] = roles.published.filter((table) => !areP(table));
  const [pValues, anotherP] = roles.published.filter(areP);
  if (another !== undefined || anotherP !== undefined)
    return notClear('Two files hold published tables of the same kind.');
  return reached({ samples: roles.samples, results: roles.results, indices, pValues, by });
}

/** Whether the first column of a table names columns of another one: a table about them, not one of runs. */
function namesThings(table: ForeignTable, tables: readonly ForeignTable[]): boolean {
  const [names] = table.columns;
  if (names === undefined || names.numeric) return false;
  return tables.some((other) => {
    if (other === table) return false;
    const plain = (text: string): string => text.toLowerCase().replace(/[\s_.-]/g, '');
    const known = new Set(other.columns.map(({ name }) => plain(name)));
    return names.texts.filter((text) => known.has(plain(text))).length > names.texts.length / 2;
  });
}

function rolesGiven(samples: ForeignTable, results: ForeignTable, rest: readonly ForeignTable[]) {
  const published = rest.flatMap((table) => readPublished(table, samples, results) ?? []);
  return { samples, results, published, read: published.length };
}

/** How much the name of a file speaks for samples, less for results. */
function likeness({ file }: ForeignTable): number {
  return Number(SAMPLE_WORDS.test(base(file))) - Number(RESULT_WORDS.test(base(file)));
}

const base = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

function notClear(message: string): Outcome<never> {
  const diagnostic: Diagnostic = {
    code: 'audit-roles',
    severity: 'error',
    message,
    hint: 'Give the file of samples, the file of results, and, where there are, the published table of indices and that of p-values.',
  };
  return refused([diagnostic]);
}
