import type * as tfjs from '@tensorflow/tfjs';
import type { Tf } from '#main/engine/devices/device.ts';

/** The parts of tfjs's Conv2D layer that its call uses. */
interface Conv2dLayer {
  readonly rank: number;
  readonly dilationRate: readonly number[];
  readonly strides: [number, number];
  readonly padding: 'valid' | 'same';
  readonly dataFormat: 'channelsFirst' | 'channelsLast';
  readonly kernel: tfjs.LayerVariable;
  readonly bias: tfjs.LayerVariable | null;
  readonly activation: { apply(tensor: tfjs.Tensor): tfjs.Tensor } | null;
}

type Call = (
  this: Conv2dLayer,
  inputs: tfjs.Tensor | tfjs.Tensor[],
  kwargs: unknown,
) => tfjs.Tensor;

let isRepaired = false;

/**
 * Lets tfjs's Conv2D layer train with a dilation rate: its fused op refuses one in the gradient, so a dilated layer calls
 * the convolution, the bias and the activation one after the other. The numbers are the same. Once in a process.
 */
export function repairDilatedConv2d(tf: Tf): void {
  if (isRepaired) return;
  isRepaired = true;
  const layer = tf.layers.conv2d({ filters: 1, kernelSize: 1 });
  const prototype = Object.getPrototypeOf(layer) as { call: Call };
  const stock = prototype.call;
  prototype.call = function (inputs, kwargs) {
    if (this.rank !== 2 || this.dilationRate.every((rate) => rate === 1)) {
      return stock.call(this, inputs, kwargs);
    }
    return tf.tidy(() => {
      const given = (Array.isArray(inputs) ? inputs[0] : inputs) as tfjs.Tensor4D;
      const isChannelsFirst = this.dataFormat === 'channelsFirst';
      const x = isChannelsFirst ? given.transpose<tfjs.Tensor4D>([0, 2, 3, 1]) : given;
      const [height = 1, width = 1] = this.dilationRate;
      const convolved: tfjs.Tensor = tf.conv2d(
        x,
        this.kernel.read() as tfjs.Tensor4D,
        this.strides,
        this.padding,
        'NHWC',
        [height, width],
      );
      const biased = this.bias === null ? convolved : convolved.add(this.bias.read());
      const ordered = isChannelsFirst ? biased.transpose([0, 3, 1, 2]) : biased;
      return this.activation === null ? ordered : this.activation.apply(ordered);
    });
  };
}
