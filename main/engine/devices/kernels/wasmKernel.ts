import type * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelCall, StockKernel } from '#main/engine/devices/kernels/overrideKernel.ts';
import { overrideKernel } from '#main/engine/devices/kernels/overrideKernel.ts';

export { argument } from '#main/engine/devices/kernels/overrideKernel.ts';

/** A kernel's arithmetic. A tensor info is a tensor that the engine has not counted yet. */
export type Kernel<Attributes> = (
  call: KernelCall<Attributes, BackendWasm>,
  stock: StockKernel,
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
  overrideKernel('wasm', kernelName, kernel);
}

/**
 * A tensor's memory, without copying. Take views only after the last `makeOutput`: when the heap grows, older
 * views are detached.
 */
export function heapView(backend: BackendWasm, tensor: tf.TensorInfo): Float32Array | Int32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array | Int32Array;
}
