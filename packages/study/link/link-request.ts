import { equilibriumSolver } from '@weir/engine';
import type { PreparedStudy } from '../execute/prepared-study.js';
import type { RunRequest } from '../execute/request.js';
import type { LinkState } from './link-state.js';
import { pathSettings } from './path-settings.js';

/**
 * The run that a link's draft stands for, as the lab's default run has it: from the point of rest of the baseline where
 * the model rests, stepped by `pathSettings`, to the link's horizon. Its long run is the point of rest, or the last time
 * of the file where the model has none. The baseline where the link has no draft.
 *
 * @param prepared - The model with the link's corrections in force.
 */
export function linkRequest(
  prepared: PreparedStudy,
  { draft, horizon }: Pick<LinkState, 'draft' | 'horizon'>,
): RunRequest {
  const { program, model } = prepared;
  const rests = equilibriumSolver(prepared.executable('javascript')).ok;
  const isLong = horizon === 'long';
  const until = isLong ? (rests ? 'equilibrium' : program.stop) : program.start + horizon;
  const { timeUnits: units, dt } = program;
  const path = pathSettings({ units, dt, method: model.simulation.methods[0] ?? 'euler' }, rests);
  const settings = draft?.settings ?? [];
  const changes = settings.flatMap(({ name, value, at, over = 0 }) =>
    at === undefined ? [] : [{ name, value, at, over }],
  );
  return {
    ...(draft === undefined ? {} : { scenario: draft.scenario }),
    set: new Map(settings.flatMap(({ name, value, at }) => (at === undefined ? [[name, value]] : []))),
    ...(changes.length === 0 ? {} : { changes }),
    ...(draft?.begin === undefined ? {} : { begin: draft.begin }),
    ...(rests ? { from: 'equilibrium' } : {}),
    until,
    ...(until === 'equilibrium' ? {} : path),
    backend: 'javascript',
  };
}
