/** A text file of an export. */
export interface PrintedFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A source of ours that an export carries as it is. */
export interface CarriedFile {
  /** Where the export has it, relative, with `/`. */
  readonly path: string;
  /** Where it lies in this program, below its folder. */
  readonly source: string;
}

/** A printed project: what is made from the document, and which of our sources go with it. */
export interface PrintedProject {
  readonly files: readonly PrintedFile[];
  readonly carried: readonly CarriedFile[];
  /** Columns of the examples that go with it as `data.json`; null: none. */
  readonly embedded: readonly string[] | null;
}
