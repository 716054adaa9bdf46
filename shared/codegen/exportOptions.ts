/** What of a document goes into an export. */
export interface ExportOptions {
  readonly weights: boolean;
  /** Training code and data recipe. */
  readonly trainingCode: boolean;
}
