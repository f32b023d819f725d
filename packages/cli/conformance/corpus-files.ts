/** The files of a corpus, by path relative to its folder. */
export interface CorpusFiles {
  /** The bytes of a file, or `undefined` where there is none. */
  read(path: string): Uint8Array | undefined;
}
