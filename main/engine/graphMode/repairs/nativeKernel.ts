import * as tf from '@tensorflow/tfjs';
import type { NativeBackend } from '#main/engine/graphMode/graphContext.ts';
import { NativeOps } from '#main/engine/graphMode/nativeOps.ts';

/** What a kernel gets. */
interface KernelArguments {
  readonly inputs: Readonly<Record<string, tf.Tensor>>;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly ops: NativeOps;
}

/** tfjs's name of the native backend. */
const backendName = 'tensorflow';

/** Puts a kernel in the place of the native backend's own, or where none is. */
export function replaceKernel(
  kernelName: string,
  compute: (given: KernelArguments) => tf.Tensor,
): void {
  const stock = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined;
  if (stock !== undefined) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({
    kernelName,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) =>
      compute({
        inputs: inputs as Record<string, tf.Tensor>,
        attrs: attrs ?? {},
        ops: new NativeOps({ backend: backend as NativeBackend }),
      }),
  });
}

/** A kernel's input by its name. */
export function inputOf({ inputs }: KernelArguments, name: string): tf.Tensor {
  const tensor = inputs[name];
  if (tensor === undefined) throw new Error(`The kernel got no ${name}.`);
  return tensor;
}
