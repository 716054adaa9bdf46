import type { StrataDocument } from '#shared/document/document.ts';
import { documentSchema } from '#shared/document/schema.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

export { writeDocument } from '#shared/document/writeDocument.ts';

/** A document that was read. */
export interface ReadDocument {
  readonly document: StrataDocument;
  /** Why it cannot be changed; `null`: it can. */
  readonly readOnly: Problem | null;
  /** What was mended. */
  readonly repairs: readonly Problem[];
}

/** Reads the text of a `.strata` file. Never throws. */
export function readDocument(text: string): Result<ReadDocument> {
  try {
    const parsed = documentSchema.safeParse(JSON.parse(text));
    return parsed.success
      ? ok({ document: parsed.data, readOnly: null, repairs: [] })
      : refuse('document.wrongForm', { place: '', expected: '' });
  } catch {
    return refuse('document.notJson', {});
  }
}
