import { registerAveragePooling } from '#main/engine/devices/gradients/averagePooling.ts';
import { registerBatchNormalization } from '#main/engine/devices/gradients/batchNormalization.ts';
import { registerComparisons } from '#main/engine/devices/gradients/comparisons.ts';
import { registerConv3dTranspose } from '#main/engine/devices/gradients/conv3dTranspose.ts';
import { registerDilatedConvolutions } from '#main/engine/devices/gradients/dilatedConvolutions.ts';
import { registerTile } from '#main/engine/devices/gradients/tile.ts';
import { registerUnstack } from '#main/engine/devices/gradients/unstack.ts';

let isRegistered = false;

/** Gradients that tfjs 4.22 lacks or gets wrong on every backend; once in a process. */
export function registerGradients(): void {
  if (isRegistered) return;
  isRegistered = true;
  registerDilatedConvolutions();
  registerAveragePooling();
  registerConv3dTranspose();
  registerComparisons();
  registerBatchNormalization();
  registerTile();
  registerUnstack();
}
