import { compileModel } from '#main/engine/compile/compileModel.ts';
import { withSeededRandom } from '#main/engine/compile/seededRandom.ts';
import { prepareColumn } from '#main/engine/data/prepareColumn.ts';
import type { NumberArray } from '#main/engine/data/table.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { loadWeights } from '#main/engine/formats/layersModel.ts';
import type { EngineRequests } from '#main/engine/messages.ts';
import { readExamples } from '#main/engine/predict/readExamples.ts';
import { forward } from '#main/engine/train/trainStep.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

type Output = EngineRequests['predict']['output']['outputs'][number];

/** Examples that go through the model at a time. */
const batchSize = 256;

/**
 * Predicts for the examples of a file, which are as the data source gives them: the document's preparation steps are
 * applied. Problems: those of the file, the model and the weights, `predict.severalInputs`.
 */
export async function predict({
  document,
  weights,
  inputPath,
}: EngineRequests['predict']['input']): Promise<Result<EngineRequests['predict']['output']>> {
  const facts = inferGraph(document.graph, document.blocks);
  const plan = planModel(facts);
  const [input] = plan.inputs;
  if (input === undefined || plan.inputs.length > 1) {
    return refuse('predict.severalInputs', { count: plan.inputs.length });
  }
  const shape = input.facts.outputs?.[0] ?? [];
  const examples = await readExamples(inputPath, shape);
  if (!examples.ok) return examples;
  const device = await openDevice('auto');
  if (!device.ok) return device;
  const { tf } = device.value;
  const model = compileModel(tf, document, facts);
  if (!model.ok) return model;
  const loaded = await loadWeights(model.value, weights.folder);
  if (!loaded.ok) return loaded;
  const column = prepareColumn(
    columnOf(examples.value, document, input.node.id),
    document.data.steps,
  );
  if (!column.ok) return column;

  const count = examples.value.shape[0] ?? 0;
  const dtype = input.facts.params['dtype'] === 'int32' ? 'int32' : 'float32';
  const collected: { shape: readonly number[]; parts: Float32Array[] }[] = [];
  for (let start = 0; start < count; start += batchSize) {
    const rows = Uint32Array.from(
      { length: Math.min(batchSize, count - start) },
      (_, index) => start + index,
    );
    const outputs = withSeededRandom(document.seed, () =>
      tf.tidy(() =>
        forward(
          model.value,
          [tf.tensor(column.value.rows(rows), [rows.length, ...column.value.shape], dtype)],
          false,
        ).map((output) => tf.cast(output, 'float32')),
      ),
    );
    for (const [index, output] of outputs.entries()) {
      collected[index] ??= { shape: output.shape.slice(1), parts: [] };
      collected[index].parts.push((await output.data()) as Float32Array);
      output.dispose();
    }
  }
  model.value.dispose();
  return ok({
    outputs: collected.map(({ shape: outputShape, parts }, index): Output => ({
      name: plan.outputs[index]?.node?.name ?? `output_${index}`,
      shape: [count, ...outputShape],
      values: joined(parts),
    })),
  });
}

/** The examples under the name of the feature that feeds this input, so that its steps are found. */
function columnOf(examples: NumberArray, document: StrataDocument, input: string) {
  return {
    name: document.data.bindings.inputs[input]?.[0] ?? input,
    shape: examples.shape.slice(1),
    values: examples.values,
    classes: null,
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return values;
}
