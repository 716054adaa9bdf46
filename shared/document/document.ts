import type { Block, Graph } from '#shared/graph/graph.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { TrainingRecipe } from '#shared/training/training.ts';

/** Version written by this program. A change of the format raises it and adds a migration. */
export const documentVersion = 2;

/** The whole document, as a `.strata` file holds it (JSON). Immutable; changed by Edits only. */
export interface StrataDocument {
  readonly format: 'strata';
  readonly version: number;
  /** UUID, kept for the document's life; a copy gets a new one. */
  readonly id: string;
  readonly name: string;
  /** Seed of shuffling, splitting, initial weights and dropout: 0 to 2^31 − 1. */
  readonly seed: number;
  readonly graph: Graph;
  readonly blocks: readonly Block[];
  readonly data: DataRecipe;
  readonly training: TrainingRecipe;
}
