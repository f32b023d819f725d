import type { Dimension, DimensionElement } from '../model-file.js';
import type { CanonicalName } from '../names/canonical-name.js';
import { displayName } from '../names/canonical-name.js';
import type { Findings } from '../source/findings.js';
import type { RangeMapping, RangeMember, SubscriptRange } from './subscript-range.js';

/** Deepest chain of ranges that stand for the elements of others. */
const MAX_CHAIN = 200;
/** Most elements of all ranges of a file together. */
const MOST_ELEMENTS = 200_000;

/**
 * Makes the dimensions of a model from its subscript ranges: members that are ranges give way to their elements, and
 * mappings are written out element by element.
 *
 * @errors duplicate-name, vensim-subscript-range, unknown-subscript.
 */
export function readDimensions(
  findings: Findings,
  ranges: readonly SubscriptRange[],
): ReadonlyMap<CanonicalName, Dimension> {
  const written = new Map<CanonicalName, SubscriptRange>();
  for (const range of ranges) {
    if (written.has(range.key))
      findings.error(
        'duplicate-name',
        range.span,
        `The subscript range \`${range.written}\` is defined twice.`,
        {
          hint: 'Keep one of the definitions.',
        },
      );
    else written.set(range.key, range);
  }
  const expander = new RangeExpander(findings, written);
  const elements = new Map([...written.values()].map((range) => [range.key, expander.elementsOf(range)]));
  const dimensions = new Map<CanonicalName, Dimension>();
  for (const range of written.values())
    dimensions.set(range.key, {
      written: range.written,
      name: displayName(range.written),
      key: range.key,
      elements: elements.get(range.key) ?? [],
      numbered: false,
      mappings: range.mappings.flatMap(
        (mapping) => readMapping(findings, range, elements.get(range.key) ?? [], mapping, elements) ?? [],
      ),
      span: range.span,
    });
  return dimensions;
}

/** Writes ranges out, each once. Belongs to one reading. */
class RangeExpander {
  private readonly done = new Map<CanonicalName, readonly DimensionElement[]>();
  private readonly open = new Set<CanonicalName>();
  private count = 0;

  constructor(
    private readonly findings: Findings,
    private readonly written: ReadonlyMap<CanonicalName, SubscriptRange>,
  ) {}

  elementsOf(range: SubscriptRange): readonly DimensionElement[] {
    const known = this.done.get(range.key);
    if (known !== undefined) return known;
    if (this.open.has(range.key) || this.open.size >= MAX_CHAIN) {
      this.complain(
        range,
        `The subscript range \`${range.written}\` is defined by itself.`,
        'Name its elements.',
      );
      return [];
    }
    this.open.add(range.key);
    const elements: DimensionElement[] = [];
    const seen = new Set<CanonicalName>();
    for (const member of range.members) {
      const inner = this.written.get(member.key);
      const own =
        inner === undefined
          ? [{ written: member.written, name: displayName(member.written), key: member.key }]
          : this.elementsOf(inner);
      for (const element of own) {
        if (seen.has(element.key)) {
          this.complain(
            { ...range, span: member.span },
            `\`${element.name}\` stands twice in the subscript range \`${range.written}\`.`,
            'Name each element once.',
          );
          break;
        }
        seen.add(element.key);
        elements.push(element);
      }
    }
    this.open.delete(range.key);
    this.count += elements.length;
    if (this.count > MOST_ELEMENTS) {
      this.complain(
        range,
        `The subscript ranges have more than ${MOST_ELEMENTS} elements.`,
        'Use smaller ranges.',
      );
      this.count = Number.NEGATIVE_INFINITY;
    }
    this.done.set(range.key, elements);
    return elements;
  }

  private complain(range: SubscriptRange, message: string, hint: string): void {
    this.findings.error('vensim-subscript-range', range.span, message, { hint });
  }
}

/** For each own element, the elements of the other range that it stands for. */
function readMapping(
  findings: Findings,
  range: SubscriptRange,
  own: readonly DimensionElement[],
  { to, members }: RangeMapping,
  all: ReadonlyMap<CanonicalName, readonly DimensionElement[]>,
): Dimension['mappings'][number] | undefined {
  const target = all.get(to.key);
  if (target === undefined) {
    findings.error(
      'unknown-subscript',
      to.span,
      `\`${to.written}\` is not a subscript range of this model.`,
      {
        hint: 'A mapping names a subscript range after `->`.',
      },
    );
    return undefined;
  }
  const written = members?.map((member) => expand(member, all)) ?? target.map(({ key }) => [key]);
  // A single range after the colon stands for its elements, one by one.
  const elements = written.length === own.length ? written : written.flat().map((key) => [key]);
  if (elements.length !== own.length) {
    findings.error(
      'vensim-subscript-range',
      to.span,
      `\`${range.written}\` has ${own.length} elements, but its mapping to \`${to.written}\` has ${elements.length}.`,
      { hint: 'Map each element to one element or subrange, in the same order.' },
    );
    return undefined;
  }
  const known = new Set(target.map(({ key }) => key));
  const stray = members?.find((member) => expand(member, all).some((key) => !known.has(key)));
  if (stray !== undefined) {
    findings.error('unknown-subscript', stray.span, `\`${stray.written}\` is not in \`${to.written}\`.`, {
      hint: `Map to elements of \`${to.written}\`.`,
    });
    return undefined;
  }
  return { to: to.key, elements };
}

function expand(
  member: RangeMember,
  all: ReadonlyMap<CanonicalName, readonly DimensionElement[]>,
): readonly CanonicalName[] {
  return all.get(member.key)?.map(({ key }) => key) ?? [member.key];
}
