import type * as tfjs from '@tensorflow/tfjs';
import type { Tf } from '#main/engine/devices/device.ts';

/** The parts of tfjs's DepthwiseConv2D layer that say what it is made of. */
interface DepthwiseLayer {
  readonly depthwiseConstraint: tfjs.serialization.Serializable | null;
}

type Config = tfjs.serialization.ConfigDict;

let isRepaired = false;

/**
 * Lets tfjs's DepthwiseConv2D save its constraint: it writes its regularizer in that place, so that a saved model has lost
 * the constraint, or cannot be read. Once in a process.
 */
export function repairDepthwiseConfig(tf: Tf): void {
  if (isRepaired) return;
  isRepaired = true;
  const layer = tf.layers.depthwiseConv2d({ kernelSize: 1 });
  const prototype = Object.getPrototypeOf(layer) as {
    getConfig: (this: DepthwiseLayer) => Config;
  };
  const stock = prototype.getConfig;
  prototype.getConfig = function () {
    const constraint = this.depthwiseConstraint;
    return {
      ...stock.call(this),
      depthwiseConstraint:
        constraint === null
          ? null
          : { className: constraint.getClassName(), config: constraint.getConfig() },
    };
  };
}
