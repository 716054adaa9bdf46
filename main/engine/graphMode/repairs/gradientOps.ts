import * as tf from '@tensorflow/tfjs';
import { inputOf, replaceKernel } from '#main/engine/graphMode/repairs/nativeKernel.ts';

/** Activations whose gradient is one op of TensorFlow's; `first` is that op's first input. */
const activations = [
  { kernel: 'Relu', op: 'ReluGrad', first: 'gradient' },
  { kernel: 'Sigmoid', op: 'SigmoidGrad', first: 'output' },
  { kernel: 'Tanh', op: 'TanhGrad', first: 'output' },
] as const;

/** Gradients of activations as one op instead of four to six; on other backends they stay as they are. */
export function registerGradientOps(): void {
  for (const { kernel, op, first } of activations) {
    replaceKernel(op, (given) => {
      const gradient = inputOf(given, 'gradient');
      const output = inputOf(given, 'output');
      return given.ops.run(op, first === 'gradient' ? [gradient, output] : [output, gradient]);
    });
    const stock = tf.getGradient(kernel);
    tf.unregisterGradient(kernel);
    tf.registerGradient({
      ...stock,
      kernelName: kernel,
      inputsToSave: [],
      outputsToSave: [true],
      gradFunc: (dy, tensors, attrs) => {
        const [output] = tensors;
        // Where the output is above 0 the input is: tfjs's own gradient of relu is content with it.
        if (output === undefined || tf.getBackend() !== 'tensorflow') {
          return stock.gradFunc(dy, tensors, attrs);
        }
        return { x: () => tf.engine().runKernel(op, { gradient: dy as tf.Tensor, output }) };
      },
    });
  }
}
