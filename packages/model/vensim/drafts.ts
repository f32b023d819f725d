import type { GraphicalFunction } from '../model.js';
import type { WrittenVariable } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { canonicalName, displayName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { Span } from '../source/source-text.js';
import type { LeftSide } from './definition.js';
import type { DraftPart } from './draft-part.js';
import { draftPart, placeKey } from './draft-part.js';
import type { InlineLookup } from './expression-parser.js';
import { readRemarks } from './remarks.js';
import type { Equation, Scope } from './scope.js';
import type { SubscriptTable } from './subscript-table.js';
import { vensimName } from './vensim-name.js';

/** A variable before its flows are known. */
export interface Draft {
  readonly variable: WrittenVariable;
  readonly parts: readonly DraftPart[];
}

/** What the equations of one scope may refer to outside it. */
export interface Surroundings {
  readonly subscripts: SubscriptTable;
  /** Number of inputs of each macro. */
  readonly macros: ReadonlyMap<CanonicalName, number>;
  /** Names of the model's variables, for the equations of macros. */
  readonly globals: ReadonlySet<CanonicalName>;
}

/**
 * Gathers the equations of one scope into variables, in the order of the file.
 *
 * @errors Those of {@link draftPart}, unknown-subscript, vensim-equation, vensim-placement, duplicate-name.
 */
export function readDrafts(
  findings: Findings,
  { subscripts, macros, globals }: Surroundings,
  scope: Scope,
): Draft[] {
  const groups = new Map<CanonicalName, Equation[]>();
  for (const equation of scope.equations) {
    const { key } = equation.definition.left;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [equation]);
    else group.push(equation);
  }
  const taken = new Set([...groups.keys(), ...scope.parameters, ...globals]);
  const drafts: Draft[] = [];
  for (const equations of groups.values()) {
    const [first] = equations;
    if (first === undefined) continue;
    const inline: Draft[] = [];
    const parts = equations.flatMap((equation) => {
      if (!checkSubscripts(findings, subscripts, first.definition.left, equation.definition.left)) return [];
      const { definition } = equation;
      const lookups = definition.kind === 'equation' ? definition.lookups : [];
      return draftPart(findings, subscripts, equation, {
        macro: (key) => macros.get(key),
        variable: (key) => taken.has(key),
        inlineLookup: (key) => {
          const draft = hiddenLookup(definition.left, lookups, key, taken);
          inline.push(draft);
          return draft.variable.name;
        },
      });
    });
    checkRepeated(findings, parts);
    const kind = kindOf(findings, parts);
    const left = first.definition.left;
    const name = displayName(left.written);
    const remarks = equations.map(({ units, comment }) => readRemarks(findings, units, comment, name));
    const units = remarks.find((remark) => remark.units !== undefined)?.units;
    const range = remarks.find((remark) => remark.range !== undefined)?.range;
    const documentation = remarks.find((remark) => remark.documentation !== undefined)?.documentation;
    const variable: WrittenVariable = {
      kind,
      written: left.written,
      name,
      key: left.key,
      ...(documentation === undefined ? {} : { documentation }),
      ...(units === undefined ? {} : { units }),
      ...(range === undefined ? {} : { range }),
      dimensions: dimensionsOf(findings, subscripts, parts),
      parts: parts.map(({ part }) => part),
      inflows: [],
      outflows: [],
      nonNegative: false,
      span: left.span,
    };
    drafts.push({ variable, parts }, ...inline);
  }
  return drafts;
}

/** Whether the subscripts of an equation are known, and as many as those of the variable's first equation. */
function checkSubscripts(
  findings: Findings,
  subscripts: SubscriptTable,
  first: LeftSide,
  left: LeftSide,
): boolean {
  const variable = displayName(left.written);
  const wanted = first.subscripts.length;
  for (const pattern of [left.subscripts, ...left.except]) {
    if (pattern.length !== wanted) {
      findings.error(
        'vensim-equation',
        pattern[0]?.span ?? left.span,
        `\`${variable}\` has ${pattern.length} subscripts here, but ${wanted} elsewhere.`,
        { variable, hint: 'Give it the same number of subscripts everywhere.' },
      );
      return false;
    }
    const unknown = pattern.find(({ key }) => !subscripts.knows(key));
    if (unknown !== undefined) {
      findings.error(
        'unknown-subscript',
        unknown.span,
        `\`${unknown.written}\` is neither a subscript range nor an element of one.`,
        { variable, hint: 'Define a range that holds it, such as `range: first, second`.' },
      );
      return false;
    }
  }
  return true;
}

function checkRepeated(findings: Findings, parts: readonly DraftPart[]): void {
  const seen = new Set<string>();
  for (const { part, left } of parts) {
    const key = placeKey(part.subscripts);
    // An equation with exceptions may leave room for another of the same subscripts.
    if (part.except.length > 0) continue;
    if (seen.has(key)) {
      const variable = displayName(left.written);
      findings.error('duplicate-name', left.span, `\`${variable}\` is defined twice.`, {
        variable,
        hint: 'Keep one of the equations, or rename one of the variables.',
      });
    }
    seen.add(key);
  }
}

function kindOf(findings: Findings, parts: readonly DraftPart[]): WrittenVariable['kind'] {
  const has = (role: DraftPart['role']) => parts.some((part) => part.role === role);
  const lookup = has('lookup');
  const stock = has('stock');
  const odd = parts.find(({ role }) => (lookup ? role !== 'lookup' : stock && role === 'equation'));
  if (odd !== undefined) {
    const variable = displayName(odd.left.written);
    findings.error(
      'vensim-placement',
      odd.left.span,
      `\`${variable}\` is a ${lookup ? 'lookup' : 'stock'} in one equation and not in this one.`,
      { variable, hint: 'Give the other elements a variable of their own.' },
    );
  }
  return lookup ? 'graphical' : stock ? 'stock' : 'auxiliary';
}

function dimensionsOf(
  findings: Findings,
  subscripts: SubscriptTable,
  parts: readonly DraftPart[],
): readonly CanonicalName[] {
  const [first] = parts;
  if (first === undefined) return [];
  return first.part.subscripts.flatMap((_, place) => {
    const names = parts.flatMap(({ part }) => part.subscripts[place] ?? []);
    const range = subscripts.rangeOver(names);
    if (range !== undefined) return range;
    const variable = displayName(first.left.written);
    findings.error(
      'unknown-subscript',
      first.left.span,
      `No subscript range holds all elements that the equations of \`${variable}\` name.`,
      { variable, hint: 'Define one that does.' },
    );
    return [];
  });
}

/** The variable that a lookup written inside an equation becomes, with a name of its own. */
function hiddenLookup(
  left: LeftSide,
  lookups: readonly InlineLookup[],
  key: CanonicalName,
  taken: Set<CanonicalName>,
): Draft {
  const graph = lookups.find((lookup) => lookup.key === key)?.graph ?? { type: 'continuous', x: [], y: [] };
  return lookupDraft(freeName(`${displayName(left.written)} lookup`, taken), graph, left.span);
}

function lookupDraft(name: string, graph: GraphicalFunction, span: Span): Draft {
  const written = vensimName(name);
  const variable: WrittenVariable = {
    kind: 'graphical',
    written,
    name,
    key: canonicalName(written),
    dimensions: [],
    parts: [{ subscripts: [], except: [], graph, span }],
    inflows: [],
    outflows: [],
    nonNegative: false,
    span,
  };
  return { variable, parts: [] };
}

/** A name that no variable has yet, made of another; it is taken from then on. */
export function freeName(name: string, taken: Set<CanonicalName>): string {
  let free = name;
  for (let count = 2; taken.has(canonicalName(vensimName(free))); count += 1) free = `${name} ${count}`;
  taken.add(canonicalName(vensimName(free)));
  return free;
}
