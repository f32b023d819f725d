/** One file of somebody else's: columns of equal length, and the key that names each row. */
export interface ForeignFile {
  /** Shape [rows]; undefined where the file has no key. */
  readonly keys: readonly string[] | undefined;
  /** Columns by name, each of shape [rows]; NaN stands for an empty cell. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** What is to be joined, and by what. */
export interface ImportPlan {
  readonly samples: ForeignFile;
  readonly results: ForeignFile;
  /** Columns of `samples` that are inputs. */
  readonly inputs: readonly string[];
  /** Columns of `results` that are outcomes. */
  readonly outcomes: readonly string[];
  /** Columns of `results` that repeat an input. */
  readonly echoes: readonly { readonly input: string; readonly result: string }[];
  /** Largest relative difference of an echo; 1e-12 where nothing is said. */
  readonly tolerance?: number;
  /**
   * For one-at-a-time samples the input that each row varies, shape [samples]; undefined for the baseline, of which
   * there is one.
   */
  readonly varied?: readonly (string | undefined)[];
}

/** How two foreign files fit together. */
export interface ImportReport {
  /** `echo` where the files have no key, but every row of results repeats the inputs of one sample alone. */
  readonly joinedBy: 'echo' | 'key';
  readonly tolerance: number;
  /** Rows of results. */
  readonly rows: number;
  /** Rows of results that stand where their sample stands. */
  readonly inPlace: number;
  /** Most rows by which a result stands away from its sample. */
  readonly largestDisplacement: number;
  readonly echoCells: number;
  /** Echo cells that equal their input bit for bit, joined. */
  readonly equalBits: number;
  /** Largest relative difference of an echo, joined and by position. */
  readonly largestByKey: number;
  readonly largestByPosition: number;
}
