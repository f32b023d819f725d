import type { DecodedLink, IgnoredPart } from './decode-link.js';
import type { LinkPin, LinkScenario, LinkState } from './link-state.js';
import { scenarioText } from './scenario-text.js';

/** What a link can name in one model. */
export interface LinkTargets {
  readonly model: string;
  readonly version: string;
  readonly scenarios: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  /** Names of constants and stocks that can be set. */
  readonly settable: ReadonlySet<string>;
  /** Ids and groups. */
  readonly corrections: ReadonlySet<string>;
  readonly ranges: ReadonlySet<string>;
}

/**
 * What of a link's state a model has: the nearest state that is valid, and the parts that were left out. Another version
 * of the model is said, and its link is used.
 */
export function fitLink(state: LinkState, targets: LinkTargets): Required<DecodedLink> {
  const ignored: IgnoredPart[] = [];
  const say = (part: string, reason: string) => ignored.push({ part, reason });
  const known = (ids: readonly string[], set: ReadonlySet<string>, key: string, what: string) =>
    ids.filter((id) => {
      if (!set.has(id)) say(`${key}=${id}`, `There is no ${what} \`${id}\` in this model.`);
      return set.has(id);
    });
  const { modelVersion, draft, pins } = state;
  if (modelVersion !== undefined && modelVersion !== targets.version) {
    const reason = `The link was made with version ${modelVersion}; this is version ${targets.version}.`;
    say(`m=${state.model}@${modelVersion}`, reason);
  }
  const policy = <T extends LinkScenario>(one: T, key: string): readonly T[] => {
    if (!targets.scenarios.has(one.scenario)) {
      say(`${key}=${scenarioText(one)}`, `There is no scenario \`${one.scenario}\` in this model.`);
      return [];
    }
    const settings = one.settings.filter(({ name }) => {
      if (!targets.settable.has(name)) say(`${key}=...${name}`, `There is no \`${name}\` that can be set.`);
      return targets.settable.has(name);
    });
    return [{ ...one, settings }];
  };
  const { draft: _, modelVersion: __, ...rest } = state;
  const [fitted] = draft === undefined ? [] : policy(draft, 's');
  const isRange = targets.ranges.has(state.ranges);
  if (!isRange) say(`r=${state.ranges}`, `There are no ranges \`${state.ranges}\` for this model.`);
  const [firstRange = state.ranges] = targets.ranges;
  return {
    state: {
      ...rest,
      modelVersion: targets.version,
      corrections: known(state.corrections, targets.corrections, 'c', 'correction'),
      outcomes: known(state.outcomes, targets.outcomes, 'o', 'outcome'),
      ...(fitted === undefined ? {} : { draft: fitted }),
      pins: pins.flatMap((pin): readonly LinkPin[] => policy(pin, 'pin')),
      ranges: isRange ? state.ranges : firstRange,
    },
    ignored,
  };
}
