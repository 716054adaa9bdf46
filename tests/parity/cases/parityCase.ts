import type { ParamValues } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** One configuration of a layer in which tfjs and Keras must agree. */
export interface ParityCase {
  readonly inputs: readonly Shape[];
  readonly params?: ParamValues;
  /** Why no training step is compared; absent: it is. */
  readonly noTraining?: string;
}

/** Cases by the kind of a layer. */
export type ParityCases = Readonly<Record<string, readonly ParityCase[]>>;

/** Why layers that drop or add by chance are not trained beside Keras. */
export const random = 'Both libraries drop numbers by chance while training.';

/** Inputs that many layers take, without the batch. */
export const image: Shape = [6, 5, 3];
export const imageFirst: Shape = [3, 6, 5];
export const sequence: Shape = [6, 4];
export const volume: Shape = [4, 5, 6, 2];
export const volumeFirst: Shape = [2, 4, 5, 6];
/** Three images of 5 × 4. */
export const film: Shape = [3, 5, 4, 2];
