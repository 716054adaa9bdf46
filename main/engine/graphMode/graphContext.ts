import type * as tfjs from '@tensorflow/tfjs';
import type { Tf } from '#main/engine/devices/device.ts';
import type { NativeBinding, OpenedNative } from '#main/engine/devices/native/openNative.ts';

/** An attribute of an op that runs at once. */
export interface OpAttribute {
  readonly name: string;
  /** Its kind, in the binding's numbers. */
  readonly type: number;
  readonly value: boolean | number | string | object;
}

/** The parts of tfjs-node's backend that graph mode uses; two of them are private there. */
export interface NativeBackend {
  binding: NativeBinding;
  getInputTensorIds(tensors: readonly tfjs.TensorInfo[]): number[];
  createOutputTensor(made: {
    readonly id: number;
    readonly shape: readonly number[];
    readonly dtype: number;
  }): tfjs.Tensor;
  executeSingleOutput(
    name: string,
    attributes: readonly OpAttribute[],
    inputs: readonly tfjs.TensorInfo[],
  ): tfjs.Tensor;
  executeMultipleOutputs(
    name: string,
    attributes: readonly OpAttribute[],
    inputs: readonly tfjs.TensorInfo[],
    outputs: number,
  ): tfjs.Tensor[];
}

/** tfjs on TensorFlow, with the binding under it. */
export interface GraphContext {
  readonly tf: Tf;
  readonly backend: NativeBackend;
  readonly binding: NativeBinding;
}

/** The context of an opened native device. */
export function graphContext({ tf, binding }: OpenedNative): GraphContext {
  return { tf, binding, backend: tf.backend() as unknown as NativeBackend };
}

/** A weight, which can be given another value. */
export type WeightTensor = tfjs.Tensor & {
  readonly name: string;
  assign(value: tfjs.Tensor): void;
};

/** The tensor of a layer's weight. */
export function weightTensor(weight: tfjs.LayerVariable): WeightTensor {
  return weight.read() as WeightTensor;
}

/** The binding's number of a tensor; its values go to TensorFlow if they have not yet. */
export function tensorId({ backend }: Pick<GraphContext, 'backend'>, tensor: tfjs.TensorInfo) {
  const [id] = backend.getInputTensorIds([tensor]);
  if (id === undefined) throw new Error('A tensor has no number.');
  return id;
}
