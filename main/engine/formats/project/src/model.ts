import * as tf from '@tensorflow/tfjs';

/** Stands for the printed model while the files beside it are checked; an exported project has its own. */
export function createModel(): tf.LayersModel {
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [1], units: 1 }));
  return model;
}
