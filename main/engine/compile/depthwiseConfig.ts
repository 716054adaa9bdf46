import type * as tfjs from '@tensorflow/tfjs';
import type { Tf } from '#main/engine/devices/device.ts';

/** The parts of tfjs's depthwise and separable layers that say what they are made of. */
interface DepthwiseLayer {
  readonly depthwiseConstraint: tfjs.serialization.Serializable | null;
  readonly depthMultiplier: number;
}

type Config = tfjs.serialization.ConfigDict;

let isRepaired = false;

/**
 * Lets two layers of tfjs be saved as they are: DepthwiseConv2D writes its regularizer in the place of its constraint, so
 * that a saved model has lost the constraint, or cannot be read; SeparableConv2D forgets how many channels it makes of
 * each, so that its weights do not fit. Once in a process.
 */
export function repairDepthwiseConfig(tf: Tf): void {
  if (isRepaired) return;
  isRepaired = true;
  repair(tf.layers.depthwiseConv2d({ kernelSize: 1 }), ({ depthwiseConstraint: constraint }) => ({
    depthwiseConstraint:
      constraint === null
        ? null
        : { className: constraint.getClassName(), config: constraint.getConfig() },
  }));
  repair(tf.layers.separableConv2d({ filters: 1, kernelSize: 1 }), ({ depthMultiplier }) => ({
    depthMultiplier,
  }));
}

/** Adds to what layers of this class say of themselves. */
function repair(example: tfjs.layers.Layer, missing: (layer: DepthwiseLayer) => Config): void {
  const prototype = Object.getPrototypeOf(example) as {
    getConfig: (this: DepthwiseLayer) => Config;
  };
  const stock = prototype.getConfig;
  prototype.getConfig = function () {
    return { ...stock.call(this), ...missing(this) };
  };
}
