import type { Verdict } from '@weir/analysis';

/** What a file is to an audit. */
export type FileRole = 'samples' | 'results' | 'published-indices' | 'published-p-values';

/** How rows of results are put beside samples. */
export type JoinKind = 'echo' | 'key' | 'position';

/** What stands behind a sentence: arithmetic on the files; the likeliest reading; or what nobody can say from them. */
export type Standing = 'proved' | 'inferred' | 'open';

/** An audit of published files as a JSON document. */
export interface AuditDocument {
  readonly weir: string;
  readonly files: readonly AuditedFile[];
  /** What told samples from results: a published table, the names of the files, or their order. */
  readonly files_told_apart_by: 'names' | 'order' | 'published table';
  /** Columns that name the runs; null where there are none. */
  readonly key: { readonly samples: string; readonly results: string } | null;
  readonly echoes: readonly AuditedEcho[];
  /** Largest relative difference at which an echo counts as equal. */
  readonly tolerance: number;
  readonly joins: readonly AuditedJoin[];
  /** The join that the echoes confirm; null where none is. */
  readonly trusted: JoinKind | null;
  readonly method: AuditedMethod;
  readonly outcomes: readonly AuditedOutcome[];
  readonly published: AuditedPublication | null;
  readonly cells: readonly AuditedCell[];
  readonly conclusions: readonly { readonly standing: Standing; readonly sentence: string }[];
  readonly checks: readonly AuditedCheck[];
  /** Whether every check passed. */
  readonly passed: boolean;
}

/** A file and what it was taken for. */
export interface AuditedFile {
  readonly file: string;
  readonly role: FileRole;
  readonly rows: number;
  readonly columns: number;
}

/** A column of results that repeats an input. */
export interface AuditedEcho {
  readonly input: string;
  readonly result: string;
  /** What makes it one: its name, or its values, whatever it is called. */
  readonly by: 'name' | 'values';
  /** Whether every value of it is a value of the input. */
  readonly contained: boolean;
}

/** One way to put rows of results beside samples. */
export interface AuditedJoin {
  readonly by: JoinKind;
  /** Rows of results with exactly one sample. */
  readonly rows: number;
  readonly rows_without_sample: number;
  readonly rows_with_several: number;
  /** Rows of results that stand where their sample stands. */
  readonly in_place: number;
  readonly largest_displacement: number;
  readonly echo_cells: number;
  readonly equal_bits: number;
  /** Rows whose echoes all equal their inputs, within the tolerance or the digits written. */
  readonly agreeing_rows: number;
  /** Largest relative difference of an echo; null where it is beyond all bounds, or there is no echo. */
  readonly largest_difference: number | null;
  /** Whether there are echoes and all of them agree. */
  readonly confirmed: boolean;
}

/** The index that was computed again. */
export interface AuditedMethod {
  readonly index: 'one-at-a-time' | 'prcc';
  readonly runs: number;
  /** Inputs in the table, and those that vary. */
  readonly inputs: number;
  readonly varied: number;
  /** n - 2 - (number of other inputs); null for sweeps. */
  readonly degrees_of_freedom: number | null;
  /** Level of the tests. */
  readonly level: number;
}

/** Indices of one outcome in sum. */
export interface AuditedOutcome {
  readonly outcome: string;
  readonly joins: Readonly<Partial<Record<JoinKind, OutcomeSummary>>>;
  readonly published: PublishedSummary | null;
}

/** Indices of one outcome under one join. */
export interface OutcomeSummary {
  /** Largest absolute index; null where none has a value. */
  readonly largest: number | null;
  readonly largest_input: string | null;
  readonly tests: number;
  readonly significant: number;
  readonly significant_after_benjamini_hochberg: number;
  readonly significant_after_bonferroni: number;
  /** Of the rank regression; null for sweeps. */
  readonly r_squared: number | null;
  readonly verdict: Verdict | null;
  readonly sentence: string | null;
}

/** Published indices of one outcome. */
export interface PublishedSummary {
  readonly largest: number;
  readonly largest_input: string;
  readonly tests: number;
  /** By the published p-values, or where there are none by the published coefficients; null for sweeps. */
  readonly significant: number | null;
}

/** How a published table agrees with indices computed from the files. */
export interface AuditedPublication {
  readonly values: number;
  /** Every candidate, the closest first. */
  readonly fits: readonly PublishedFit[];
  /** Whether the closest is within rounding. */
  readonly reproduced: boolean;
  /** Published values as a multiple of Spearman's correlations of the trusted join; null for sweeps or without one. */
  readonly dilution: Dilution | null;
  /** Degrees of freedom that the published p-values follow from; null where there are none or none fits. */
  readonly p_value_degrees_of_freedom: number | null;
}

/** One index under one join against the published table. */
export interface PublishedFit {
  readonly index: string;
  readonly by: JoinKind;
  readonly largest_difference: number;
  readonly root_mean_square_difference: number;
  /** Whether every value agrees, to 1e-6 or to its printed digits. */
  readonly within_rounding: boolean;
}

/** A table shrunk towards 0, as pairing some rows at random does. */
export interface Dilution {
  readonly slope: number;
  /** Standard deviation of what the line leaves. */
  readonly residual: number;
  /** What sampling alone would leave: 1 / sqrt(n). */
  readonly noise: number;
}

/** One index. */
export interface AuditedCell {
  readonly input: string;
  readonly outcome: string;
  readonly published: number | null;
  readonly published_p: number | null;
  readonly joins: Readonly<Partial<Record<JoinKind, AuditedValue>>>;
}

/** An index under one join, with its test. */
export interface AuditedValue {
  /** Null where it has no value. */
  readonly value: number | null;
  readonly undefined_because: string | null;
  readonly p: number | null;
  readonly corrected_p: number | null;
}

/** A check and what it came to. */
export interface AuditedCheck {
  readonly check: 'echoes-agree' | 'published-reproduced' | 'rows-in-place' | 'runs-complete';
  readonly passed: boolean;
  readonly sentence: string;
}
