/** A file as text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** The files of a study that a model is made from, as they lie in its folder. */
export interface StudySources {
  readonly model: SourceFile;
  readonly study?: SourceFile;
  readonly corrections?: SourceFile;
}
