import type * as tfjs from '@tensorflow/tfjs';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphContext, OpAttribute } from '#main/engine/graphMode/graphContext.ts';

/** TensorFlow's ops, one call each, for what tfjs has no kernel for. All on float32 unless an attribute says otherwise. */
export class NativeOps {
  readonly #context: Pick<GraphContext, 'backend'>;

  constructor(context: Pick<GraphContext, 'backend'>) {
    this.#context = context;
  }

  type(name: string, type: number): OpAttribute {
    return { name, type: this.#context.backend.binding.TF_ATTR_TYPE, value: type };
  }

  boolean(name: string, value: boolean): OpAttribute {
    return { name, type: this.#context.backend.binding.TF_ATTR_BOOL, value };
  }

  float(name: string, value: number): OpAttribute {
    return { name, type: this.#context.backend.binding.TF_ATTR_FLOAT, value };
  }

  integer(name: string, value: number): OpAttribute {
    return { name, type: this.#context.backend.binding.TF_ATTR_INT, value };
  }

  text(name: string, value: string): OpAttribute {
    return { name, type: this.#context.backend.binding.TF_ATTR_STRING, value };
  }

  /** T: float32, which nearly every op wants. */
  get float32(): OpAttribute {
    return this.type('T', dataTypes.float32);
  }

  /** A number of 64 bits, which tfjs has no type for: it is told that it is one of 32, and no op asks tfjs. */
  integer64(value: number): tfjs.Tensor {
    const { backend } = this.#context;
    const { binding } = backend;
    const id = binding.createTensor([], binding.TF_INT64, Int32Array.of(value, value < 0 ? -1 : 0));
    return backend.createOutputTensor({ id, shape: [], dtype: binding.TF_INT32 });
  }

  run(
    name: string,
    inputs: readonly tfjs.TensorInfo[],
    attributes: readonly OpAttribute[] = [this.float32],
  ): tfjs.Tensor {
    return this.#context.backend.executeSingleOutput(name, attributes, inputs);
  }

  runMany(
    name: string,
    inputs: readonly tfjs.TensorInfo[],
    outputs: number,
    attributes: readonly OpAttribute[] = [this.float32],
  ): readonly tfjs.Tensor[] {
    return this.#context.backend.executeMultipleOutputs(name, attributes, inputs, outputs);
  }

  matMul(
    a: tfjs.TensorInfo,
    b: tfjs.TensorInfo,
    transposeA = false,
    transposeB = false,
  ): tfjs.Tensor {
    return this.run(
      'MatMul',
      [a, b],
      [
        this.float32,
        this.boolean('transpose_a', transposeA),
        this.boolean('transpose_b', transposeB),
      ],
    );
  }
}
