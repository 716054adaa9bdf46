import * as tf from '@tensorflow/tfjs';

/** What a kernel is called with: tensors by argument name, and the op's attributes. */
export interface KernelCall<Attributes, Backend = unknown> {
  readonly inputs: Readonly<Record<string, tf.Tensor>>;
  readonly attrs: Attributes;
  readonly backend: Backend;
}

/** The kernel that was there before. */
export type StockKernel = (inputs: tf.NamedTensorInfoMap, attrs: object) => tf.Tensor;

/** Puts a kernel in the place of the stock one (or where none is), keeping the stock one callable. */
export function overrideKernel<Attributes, Backend>(
  backendName: string,
  kernelName: string,
  kernel: (call: KernelCall<Attributes, Backend>, stock: StockKernel) => tf.TensorInfo,
): void {
  const stock = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined;
  if (stock !== undefined) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({
    ...stock,
    kernelName,
    backendName,
    kernelFunc: (parameters) =>
      kernel(parameters as unknown as KernelCall<Attributes, Backend>, (inputs, attrs) => {
        if (stock === undefined) throw new Error(`${backendName} has no kernel ${kernelName}.`);
        const info = stock.kernelFunc({
          inputs,
          attrs: attrs as tf.NamedAttrMap,
          backend: parameters.backend,
        });
        const output = Array.isArray(info) ? one(info) : info;
        return isTensor(output) ? output : tf.engine().makeTensorFromTensorInfo(output);
      }),
  });
}

/** The tensor of this argument; its absence is a fault of the op, not of the user. */
export function argument<Rank extends tf.Rank = tf.Rank>(
  inputs: Readonly<Record<string, tf.Tensor>>,
  name: string,
): tf.Tensor<Rank> {
  const tensor = inputs[name];
  if (tensor === undefined) throw new Error(`Kernel argument ${name} is missing.`);
  return tensor as tf.Tensor<Rank>;
}

/** The native backend gives tensors that are counted already. */
function isTensor(info: tf.TensorInfo): info is tf.Tensor {
  return info instanceof tf.Tensor;
}

function one(infos: readonly tf.TensorInfo[]): tf.TensorInfo {
  const [info] = infos;
  if (info === undefined) throw new Error('The stock kernel gave no tensor.');
  return info;
}
