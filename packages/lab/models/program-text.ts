import type { Program } from '@weir/engine';

/** Numbers that JSON has no words for. */
const SPECIAL: Readonly<Record<string, number>> = {
  'number:NaN': Number.NaN,
  'number:Infinity': Number.POSITIVE_INFINITY,
  'number:-Infinity': Number.NEGATIVE_INFINITY,
  'number:-0': -0,
};

/** A program as text, to be sent to a worker or kept in a file. {@link programFromText} gives the same program back. */
export function textOfProgram(program: Program): string {
  const { slotOf: _, oncePerStep, shaping, variables, ...rest } = program;
  const plain = {
    ...rest,
    variables: variables.map(({ place: __, ...variable }) => variable),
    oncePerStep: [...oncePerStep],
    shaping: [...shaping],
  };
  return JSON.stringify(plain, (_key, value: unknown) =>
    typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? specialText(value)
      : value,
  );
}

function specialText(value: number): string {
  return `number:${Object.is(value, -0) ? '-0' : value}`;
}

/** A program as it stands in its text. */
interface PlainProgram extends Omit<Program, 'slotOf' | 'oncePerStep' | 'shaping'> {
  readonly oncePerStep: Parameters<Program['oncePerStep']['has']>[0][];
  readonly shaping: [Parameters<Program['shaping']['get']>[0], number][];
}

/**
 * The program of a text that {@link textOfProgram} wrote: of this site's own build, never of a stranger. What a stranger
 * gives goes through the readers of `@weir/model`.
 */
export function programFromText(text: string): Program {
  const plain: PlainProgram = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith('number:') ? (SPECIAL[value] ?? value) : value,
  );
  return {
    ...plain,
    slotOf: new Map(plain.variables.map(({ key, slot }) => [key, slot])),
    oncePerStep: new Set(plain.oncePerStep),
    shaping: new Map(plain.shaping),
  };
}
