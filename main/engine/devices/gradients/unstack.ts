import * as tf from '@tensorflow/tfjs';
import { overrideGradient } from '#main/engine/devices/gradients/overrideGradient.ts';

/**
 * Of one piece tfjs gives the gradient a tensor where it expects a list, and throws: recurrent layers over one step could not
 * be trained behind another layer.
 */
export function registerUnstack(): void {
  overrideGradient('Unpack', [], (dy, _, attrs) => {
    if (Array.isArray(dy)) return null;
    const axis = typeof attrs['axis'] === 'number' ? attrs['axis'] : 0;
    return { value: () => tf.expandDims(dy, axis) };
  });
}
