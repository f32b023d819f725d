/** Words that no variable may have as its name, built-ins aside (XMILE 1.0, 3.2.2.5). */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if', 'then', 'else', 'mod']);

/**
 * Built-ins of XMILE 1.0 that Weir does not have yet, by canonical name: named as such, instead of being called unknown.
 *
 * @source OASIS XMILE 1.0, 3.5.2, 3.5.3, 3.5.6 and 3.7.1.3.
 */
export const BUILTINS_TO_COME: ReadonlySet<string> = new Set([
  'exprnd',
  'lognormal',
  'normal',
  'poisson',
  'random',
  'delay',
  'delay1',
  'delay3',
  'delayn',
  'forcst',
  'smth1',
  'smth3',
  'smthn',
  'trend',
  'previous',
  'self',
  'mean',
  'stddev',
  'sum',
  'size',
  'rank',
]);
