/** Methods that ask what drives an outcome. */
export const SENSITIVITY_METHODS = ['oat', 'tornado', 'curve', 'morris', 'prcc', 'sobol', 'shapley'] as const;

/** One of the methods. */
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number];

/** A number that a method gives for each input and that its tables show; files have more. */
export interface IndexColumn {
  /** As in files. */
  readonly key: string;
  /** As in tables. */
  readonly label: string;
}

/** What a method is called, takes and gives. */
export interface MethodFacts {
  readonly label: string;
  /** What `--n` counts. */
  readonly counts: string;
  /** Of it where nobody says. */
  readonly usual: number;
  /** The column by which inputs are ranked, by size. */
  readonly main: string;
  readonly columns: readonly IndexColumn[];
  /** What one index means, in a sentence. */
  readonly meaning: string;
}

const SWEEP_COLUMNS: readonly IndexColumn[] = [
  { key: 'range_percent', label: 'moves by, %' },
  { key: 'at_low_percent', label: 'at low end, %' },
  { key: 'at_high_percent', label: 'at high end, %' },
  { key: 'reversal', label: 'turns back' },
];

/** Every method's facts. */
export const METHOD_FACTS: Readonly<Record<SensitivityMethod, MethodFacts>> = {
  oat: {
    label: 'One-at-a-time index',
    counts: 'points for each input',
    usual: 50,
    main: 'index',
    columns: [{ key: 'index', label: 'index' }, ...SWEEP_COLUMNS],
    meaning:
      'Largest less smallest outcome while one input moves over its range, in percent of the baseline, with the sign of the trend. It grows with the range, and never sees two inputs move.',
  },
  tornado: {
    label: 'Tornado',
    counts: 'points for each input',
    usual: 2,
    main: 'range_percent',
    columns: SWEEP_COLUMNS,
    meaning:
      'Outcome with one input at the ends of its range and the others at their defaults, in percent of the baseline.',
  },
  curve: {
    label: 'Response curves',
    counts: 'points for each input',
    usual: 25,
    main: 'range_percent',
    columns: SWEEP_COLUMNS,
    meaning: 'Outcome while one input moves over its range and the others stay at their defaults.',
  },
  morris: {
    label: 'Elementary effects (Morris)',
    counts: 'trajectories',
    usual: 40,
    main: 'mu_star',
    columns: [
      { key: 'mu', label: 'mu' },
      { key: 'mu_star', label: 'mu*' },
      { key: 'mu_star_low', label: 'mu* from' },
      { key: 'mu_star_high', label: 'to' },
      { key: 'sigma', label: 'sigma' },
    ],
    meaning:
      'Change of the outcome for a step through the range of an input, in its own unit per whole range: mu* its mean size, sigma how much it depends on the other inputs.',
  },
  prcc: {
    label: 'Partial rank correlation',
    counts: 'draws',
    usual: 1000,
    main: 'prcc',
    columns: [
      { key: 'prcc', label: 'PRCC' },
      { key: 'prcc_low', label: 'from' },
      { key: 'prcc_high', label: 'to' },
      { key: 'corrected_p', label: 'corrected p' },
      { key: 'srrc', label: 'SRRC' },
    ],
    meaning:
      'Direction and order of influence given the other inputs, from -1 to 1. Not a share of variance, and blind to inputs that act both ways.',
  },
  sobol: {
    label: "Sobol' indices",
    counts: 'base rows, a power of two',
    usual: 1024,
    main: 'total',
    columns: [
      { key: 'first', label: 'first' },
      { key: 'total', label: 'total' },
      { key: 'total_low', label: 'from' },
      { key: 'total_high', label: 'to' },
      { key: 'interaction', label: 'total - first' },
    ],
    meaning:
      'Share of the variance of the outcome that goes away when an input is known (first), and that stays when all others are known (total); the rest between them is interaction.',
  },
  shapley: {
    label: 'Shapley effects',
    counts: 'walks',
    usual: 1000,
    main: 'share',
    columns: [
      { key: 'share', label: 'share' },
      { key: 'share_low', label: 'from' },
      { key: 'share_high', label: 'to' },
    ],
    meaning:
      'Share of the variance of the outcome due to an input, interactions divided among those that take part; shares sum to 1.',
  },
};
