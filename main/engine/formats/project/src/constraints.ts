import * as tf from '@tensorflow/tfjs';

/** Applies the constraints of a model's weights, which belongs after each training step; `trainOnBatch` leaves it out. */
export function applyConstraints(model: tf.LayersModel): void {
  tf.tidy(() => {
    for (const weight of model.trainableWeights) {
      const constraint = weight.constraint as typeof weight.constraint | null;
      if (constraint !== null) weight.write(constraint.apply(weight.read()));
    }
  });
}
