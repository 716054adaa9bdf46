import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** What a kernel is called with: tensors by argument name, and the op's attributes. */
interface KernelCall<Attributes> {
  readonly inputs: Readonly<Record<string, tf.Tensor>>;
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

/** A kernel's arithmetic. A tensor info is a tensor that the engine has not counted yet. */
export type Kernel<Attributes> = (
  call: KernelCall<Attributes>,
  stock: (inputs: tf.NamedTensorInfoMap, attrs: object) => tf.Tensor,
) => tf.TensorInfo;

/** A replacement of one wasm kernel. */
export interface WasmKernel {
  readonly kernelName: string;
  readonly kernel: Kernel<never>;
}

/** Checks a kernel's attributes where it is written, and forgets them for the list. */
export function wasmKernel<Attributes>(kernelName: string, kernel: Kernel<Attributes>): WasmKernel {
  return { kernelName, kernel };
}

/** Puts a kernel in the place of the stock one (or where none is), keeping the stock one callable. */
export function registerWasmKernel({ kernelName, kernel }: WasmKernel): void {
  const stock = tf.getKernel(kernelName, 'wasm') as tf.KernelConfig | undefined;
  if (stock !== undefined) tf.unregisterKernel(kernelName, 'wasm');
  const call = kernel as unknown as (
    call: unknown,
    stock: (inputs: tf.NamedTensorInfoMap, attrs: object) => tf.Tensor,
  ) => tf.TensorInfo;
  tf.registerKernel({
    ...stock,
    kernelName,
    backendName: 'wasm',
    kernelFunc: (parameters) =>
      call(parameters, (inputs, attrs) => {
        if (stock === undefined) throw new Error(`wasm has no kernel ${kernelName}.`);
        const info = stock.kernelFunc({
          inputs,
          attrs: attrs as tf.NamedAttrMap,
          backend: parameters.backend,
        });
        return tf.engine().makeTensorFromTensorInfo(Array.isArray(info) ? one(info) : info);
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

/**
 * A tensor's memory, without copying. Take views only after the last `makeOutput`: when the heap grows, older
 * views are detached.
 */
export function heapView(backend: BackendWasm, tensor: tf.TensorInfo): Float32Array | Int32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array | Int32Array;
}

function one(infos: readonly tf.TensorInfo[]): tf.TensorInfo {
  const [info] = infos;
  if (info === undefined) throw new Error('The stock kernel gave no tensor.');
  return info;
}
