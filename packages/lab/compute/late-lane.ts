import type { Lane } from './lane.js';

/** A lane that is fetched when it is first given a task: most pages never need it. */
export function lateLane(load: () => Promise<Lane>): Lane {
  const programs = new Map<string, string>();
  let lane: Promise<Lane> | undefined;
  const fetched = (): Promise<Lane> => {
    lane ??= load().then((found) => {
      for (const [key, text] of programs) found.take(key, text);
      return found;
    });
    return lane;
  };
  return {
    take(key, text) {
      programs.set(key, text);
      void lane?.then((found) => found.take(key, text));
    },
    do: async (task) => {
      try {
        return await (await fetched()).do(task);
      } catch (error) {
        return { ok: false, fault: { message: String(error), diagnostics: [] } };
      }
    },
    end: () => void lane?.then((found) => found.end()),
  };
}
