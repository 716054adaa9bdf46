import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { readArray } from './arrays.ts';
import { startFastestBackend } from './backend.ts';
import { keysOf } from './cells.ts';
import { createModel } from './model.ts';
import { predictedColumns, tableText, type Prediction } from './outputs.ts';
import { examplesOf, inputColumns, outputs } from './prepare.ts';
import { readColumns } from './source.ts';
import { loadWeights } from './weights.ts';

export type { Prediction };

/** The model's outputs for raw data, and the number of the row that each example is. */
export async function predictRaw(
  model: tf.LayersModel,
  files: readonly string[],
  id: string | null,
): Promise<{ readonly outputs: Prediction[]; readonly ids: string[] }> {
  const columns = await readColumns(files, id === null ? inputColumns : [...inputColumns, id]);
  const { ports, rows } = examplesOf(columns);
  const tensors = ports.map(({ column: { values }, shape, dtype }) =>
    tf.tensor(values, [rows.length, ...shape], dtype),
  );
  const predicted = predictTensors(model, tensors);
  const keys = id === null ? null : keysOf(columns, id, rows);
  const ids = Array.from(rows, (row, place) =>
    keys === null ? String(row + 1) : String(keys[place] ?? ''),
  );
  return { outputs: predicted, ids };
}

/** The model's outputs for prepared examples, which are read from a file for each of its inputs, in order. */
export function predictPrepared(model: tf.LayersModel, files: readonly string[]): Prediction[] {
  if (files.length !== model.inputs.length) {
    throw new Error(
      `The model has ${model.inputs.length} inputs; ${files.length} files are given.`,
    );
  }
  const tensors = model.inputs.map((input, index) => {
    const { shape, values } = readArray(files[index] ?? '');
    const numbers = input.dtype === 'int32' ? Int32Array.from(values) : Float32Array.from(values);
    return tf.tensor(numbers, [...shape], input.dtype);
  });
  return predictTensors(model, tensors);
}

/** Examples that go through the model at a time. */
const batchSize = 256;

/** Takes the tensors over. */
function predictTensors(model: tf.LayersModel, tensors: tf.Tensor[]): Prediction[] {
  return tf.tidy(() => {
    const result = model.predict(tensors.length === 1 ? (tensors[0] ?? []) : tensors, {
      batchSize,
    });
    const given = Array.isArray(result) ? result : [result];
    const predictions = given.map((output, index) => ({
      name: model.outputNames[index] ?? `output_${index}`,
      shape: output.shape,
      values: Array.from(output.dataSync()),
    }));
    tf.dispose(tensors);
    return predictions;
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      // Raw data, as the network was trained on.
      input: { type: 'string', multiple: true, short: 'i' },
      // A table (.csv, .tsv) of an id and the predictions, or JSON of the numbers.
      output: { type: 'string', short: 'o' },
      // The column that names the rows; else they have their numbers, from 1.
      id: { type: 'string' },
      weights: { type: 'string' },
      // The inputs are arrays as the model takes them, a file for each.
      prepared: { type: 'boolean', default: false },
    },
  });
  if (values.input === undefined) {
    throw new Error(
      'Usage: predict --input FILE [--output FILE] [--id COLUMN] [--weights FOLDER] [--prepared]',
    );
  }
  await startFastestBackend('prediction');
  const model = createModel();
  loadWeights(model, values.weights);
  const { output = '', id = null } = values;
  if (values.prepared || !/\.(csv|tsv|txt)$/i.test(output)) {
    const predicted = values.prepared
      ? predictPrepared(model, values.input)
      : (await predictRaw(model, values.input, id)).outputs;
    const text = `${JSON.stringify({ outputs: predicted })}\n`;
    if (output === '') process.stdout.write(text);
    else writeFileSync(output, text);
    return;
  }
  const { outputs: predicted, ids } = await predictRaw(model, values.input, id);
  const columns = outputs.flatMap((each, index) => {
    const prediction = predicted[index];
    return prediction === undefined ? [] : predictedColumns(each, prediction);
  });
  const delimiter = output.toLowerCase().endsWith('.csv') ? ',' : '\t';
  writeFileSync(output, tableText(id ?? 'id', ids, columns, delimiter));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
