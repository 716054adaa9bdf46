import type { ExportTarget } from '#shared/codegen/targets.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { ExportOptions, ExportResult } from '#shared/protocol/types.ts';

/** Where the dialog stands. */
export type ExportPhase =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'askOverwrite'; readonly problem: Problem }
  | { readonly kind: 'exporting' }
  | { readonly kind: 'done'; readonly result: ExportResult }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** What the user chose. */
export interface ExportChoice {
  readonly target: ExportTarget;
  /** Run whose weights are taken; null: none, the model is untrained; undefined: the watched or newest that has some. */
  readonly runId: string | null | undefined;
  readonly folder: string;
  readonly options: ExportOptions;
}
