import * as tf from '@tensorflow/tfjs';
import { dataTypeOf, dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import { inputOf, replaceKernel } from '#main/engine/graphMode/repairs/nativeKernel.ts';

/** Gather, behind embeddings: tfjs-node reads the indices into JavaScript to check them; TensorFlow checks them itself. */
export function repairGather(): void {
  replaceKernel('GatherV2', (given) => {
    const { attrs, ops } = given;
    const x = inputOf(given, 'x');
    const indices = inputOf(given, 'indices');
    const axis = tf.scalar(Number(attrs['axis'] ?? 0), 'int32');
    const gathered = ops.run(
      'GatherV2',
      [x, indices, axis],
      [
        ops.integer('batch_dims', Number(attrs['batchDims'] ?? 0)),
        ops.type('Tparams', dataTypeOf(x.dtype)),
        ops.type('Tindices', dataTypeOf(indices.dtype)),
        ops.type('Taxis', dataTypes.int32),
      ],
    );
    axis.dispose();
    return gathered;
  });
}
