import type { PreparedStudy } from '../execute/prepared-study.js';
import { TANK_MODEL, TANK_STUDY, tank } from './small-study.js';

/** Ranges of the tank: a rule, one with a tail, and one wide enough that some runs fail. */
export const TANK_RANGES = `ranges:
  20pct:
    label: Plus or minus 20 %
    justification: An assumption.
    relative:
      - by: 0.2
        inputs: [rate, stay]
  broken:
    label: Stays that can be 0 or below
    justification: To see runs fail.
    inputs:
      stay: { kind: discrete, values: [-1, 0, 4], weights: [1, 1, 2] }
      rate: { low: 4, high: 6 }
`;

/** The tank with ranges. */
export function tankWithRanges(ranges: string = TANK_RANGES): PreparedStudy {
  return tank(TANK_STUDY.replace('limits:', `${ranges}limits:`));
}

/** The tank with a clock, which never rests. */
export function tankWithClock(): PreparedStudy {
  const clock = '<aux name="Clock"><eqn>TIME</eqn><units>month</units></aux>';
  const outcome = '  clock: { variable: Clock, label: the time, unit: month, kind: rate }\n';
  return tank(
    TANK_STUDY.replace('limits:', `${TANK_RANGES}limits:`).replace('scenarios:', `${outcome}scenarios:`),
    TANK_MODEL.replace('<flow name="Arrivals">', `${clock}<flow name="Arrivals">`),
  );
}
