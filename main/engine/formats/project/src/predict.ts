import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { readArray } from './arrays.ts';
import { startFastestBackend } from './backend.ts';
import { unchanged, type Values } from './examples.ts';
import { createModel } from './model.ts';
import { prepareInputs } from './prepare.ts';
import { loadWeights } from './weights.ts';

/** One output of the model for all examples. */
export interface Prediction {
  readonly name: string;
  /** `(examples, …)`. */
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/**
 * The model's outputs for examples that are read from a file for each of its inputs, in order. Raw examples go through
 * the preparation of the training data; `arePrepared` says that they have gone through it already.
 */
export function predictFiles(
  model: tf.LayersModel,
  files: readonly string[],
  arePrepared = false,
): Prediction[] {
  if (files.length !== model.inputs.length) {
    throw new Error(
      `The model has ${model.inputs.length} inputs; ${files.length} files are given.`,
    );
  }
  return tf.tidy(() => {
    const inputs = model.inputs.map((input, index) => {
      const prepare = arePrepared ? unchanged : (prepareInputs[index] ?? unchanged);
      return readInput(input, files[index] ?? '', prepare);
    });
    const result = model.predict(inputs.length === 1 ? (inputs[0] ?? []) : inputs);
    const outputs = Array.isArray(result) ? result : [result];
    return outputs.map((output, index) => ({
      name: model.outputNames[index] ?? `output_${index}`,
      shape: output.shape,
      values: Array.from(output.dataSync()),
    }));
  });
}

/** The same for examples that have gone through the preparation already. */
export function predictPrepared(model: tf.LayersModel, files: readonly string[]): Prediction[] {
  return predictFiles(model, files, true);
}

/** The examples of a file as a tensor `(examples, …)` of the input's shape and type. */
function readInput(
  input: tf.SymbolicTensor,
  file: string,
  prepare: (values: Values) => Values,
): tf.Tensor {
  const { shape, values: raw } = readArray(file);
  const values = prepare(raw);
  const wanted = input.shape.slice(1);
  const given = shape.slice(1);
  const isSame =
    given.length === wanted.length &&
    wanted.every((size, axis) => size === null || size === given[axis]);
  // Files of grey pictures leave the axis of the single channel out.
  const sizes = isSame ? given : wanted.map((size) => size ?? 1);
  const count = shape[0] ?? 0;
  if (sizes.reduce((product, size) => product * size, count) !== values.length) {
    throw new Error(`${file} has the shape ${shape.join('×')}; expected n×${wanted.join('×')}.`);
  }
  const numbers = input.dtype === 'int32' ? Int32Array.from(values) : Float32Array.from(values);
  return tf.tensor(numbers, [count, ...sizes], input.dtype);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      input: { type: 'string', multiple: true, short: 'i' },
      output: { type: 'string', short: 'o' },
      weights: { type: 'string' },
      // The examples are as the model takes them, not as the data source gives them.
      prepared: { type: 'boolean', default: false },
    },
  });
  if (values.input === undefined) {
    throw new Error(
      'Usage: predict --input FILE [--input FILE …] [--output FILE] [--weights FOLDER]',
    );
  }
  await startFastestBackend('prediction');
  const model = createModel();
  loadWeights(model, values.weights);
  const text = `${JSON.stringify({ outputs: predictFiles(model, values.input, values.prepared) })}\n`;
  if (values.output === undefined) process.stdout.write(text);
  else writeFileSync(values.output, text);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
