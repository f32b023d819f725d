import type { ProgramVariable } from '@weir/engine';
import { type Diagnostic, type Outcome, type Place, reached, refused } from '@weir/model';
import type { PreparedStudy } from '../execute/prepared-study.js';
import { resolveName } from '../names/name-index.js';
import { placeAt } from '../study-file/place-at.js';
import { isLink, type Link, readersOf } from './link-switches.js';
import type { Mechanism } from './mechanism.js';

/** A mechanism whose links were found in the program. */
export interface BoundMechanism extends Mechanism {
  readonly found: readonly Link[];
}

/**
 * Finds the links of a study's mechanisms in its program.
 *
 * @errors `unknown-name`, `ambiguous-name`, `unknown-link`, with their place in the study file.
 */
export function bindMechanisms({ study, bound, program }: PreparedStudy): Outcome<readonly BoundMechanism[]> {
  const problems: Diagnostic[] = [];
  const find = (name: string, place: Place | undefined): ProgramVariable | undefined => {
    const found = resolveName(bound.names, name);
    if (found.ok) return found.value;
    problems.push(
      ...found.diagnostics.map((problem) => (place === undefined ? problem : { ...problem, place })),
    );
    return undefined;
  };
  const mechanisms = study.mechanisms.map((mechanism): BoundMechanism => {
    const found = mechanism.links.flatMap(({ from, to }, at): Link[] => {
      const path = ['mechanisms', mechanism.id, 'links', String(at)];
      const source = find(from, placeAt(study, [...path, 'from']));
      if (source === undefined) return [];
      if (to === undefined)
        return readersOf(program, source.slot).map((target) => ({ source: source.slot, target }));
      return to.flatMap((name, index) => {
        const place = placeAt(study, [...path, 'to', String(index)]);
        const target = find(name, place);
        if (target === undefined) return [];
        const link = { source: source.slot, target: target.slot };
        if (!isLink(program, link)) problems.push(unknownLink(source.name, target.name, place));
        return [link];
      });
    });
    return { ...mechanism, found };
  });
  return problems.length > 0 ? refused(problems) : reached(mechanisms);
}

function unknownLink(source: string, target: string, place: Place | undefined): Diagnostic {
  return {
    code: 'unknown-link',
    severity: 'error',
    message: `The equation of \`${target}\` does not read \`${source}\`.`,
    variable: target,
    ...(place === undefined ? {} : { place }),
    hint: 'Name variables whose equations read it, or leave out `to` for all that do.',
  };
}
