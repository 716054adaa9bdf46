import type * as tfjs from '@tensorflow/tfjs';
import type { Samples } from '#main/engine/formats/samples.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { ExportOptions, Verification } from '#shared/protocol/types.ts';

/** What an export is made of. */
export interface ExportContext {
  readonly document: StrataDocument;
  readonly facts: GraphFacts;
  /** The model with the weights that are exported. */
  readonly model: tfjs.LayersModel;
  readonly options: ExportOptions;
  /** Examples and what the model gives for them. */
  readonly samples: Samples;
}

/** A file that an export writes. */
export interface OutputFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Hears how far a verification is. */
export type Report = (step: 'compiling' | 'running' | 'comparing', fraction: number) => void;

/** A way to write a model. One format is one file here, and one line of the list. */
export interface Format {
  /** Id of its target in shared/codegen/targets.ts. */
  readonly id: string;
  files(context: ExportContext): Promise<Result<readonly OutputFile[]>>;
  /**
   * Runs what was written into `folder` (which stays as it is) and compares its outputs with the model's.
   * Problems are part of the verification.
   */
  verify(folder: string, context: ExportContext, report: Report): Promise<Verification>;
}
