import * as tf from '@tensorflow/tfjs';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { registerFusedBatchNorm } from '#main/engine/devices/kernels/fusedBatchNorm.ts';

let isRepaired = false;

/** Starts tfjs's pure JavaScript backend: tests compare with it, the program never offers it (20 times slower). */
export async function openReferenceBackend(): Promise<typeof tf> {
  await tf.setBackend('cpu');
  await tf.ready();
  if (!isRepaired) registerFusedBatchNorm('cpu');
  isRepaired = true;
  registerGradients();
  return tf;
}
