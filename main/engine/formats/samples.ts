import type * as tfjs from '@tensorflow/tfjs';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import { forward } from '#main/engine/train/trainStep.ts';
import { planModel } from '#shared/codegen/plan.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import { edgesFrom } from '#shared/graph/queries.ts';
import type { NodeId } from '#shared/graph/graph.ts';

/** Examples that an export is checked with. */
const sampleCount = 32;
/** Size of an axis that is known only when data flows. */
const freeSize = 8;

/** Numbers for one input or output of the model; the first axis counts examples. */
export interface SampleArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** Examples, prepared as the model takes them, and what the model gives for them. */
export interface Samples {
  /** What the steps have learned; null: the data cannot be read, and no run has kept it. */
  readonly fitted: FittedRecipe | null;
  readonly inputs: readonly SampleArray[];
  readonly outputs: readonly SampleArray[];
}

/**
 * Takes examples from the document's data: its test part if there is one. Where the data cannot be read the inputs are
 * random numbers of the right shapes, which depend on the document's seed. `fitted`: what a trained run's steps have learned.
 */
export async function takeSamples(
  tf: Tf,
  model: tfjs.LayersModel,
  document: StrataDocument,
  facts: GraphFacts,
  documentFolder: string | null,
  fitted: FittedRecipe | null = null,
): Promise<Samples> {
  const data = await fromData(tf, document, facts, documentFolder, fitted);
  const tensors = data?.tensors ?? randomInputs(tf, document, facts);
  const outputs = tf.tidy(() =>
    forward(model, tensors, false).map((output) => tf.cast(output, 'float32')),
  );
  const names = planModel(facts).inputs.map(({ node }) => node.name);
  const samples = {
    fitted: data?.fitted ?? fitted,
    inputs: await Promise.all(tensors.map((tensor, index) => read(tensor, names[index] ?? ''))),
    outputs: await Promise.all(
      outputs.map((tensor, index) => read(tensor, model.outputNames[index] ?? '')),
    ),
  };
  tf.dispose([...tensors, ...outputs]);
  return samples;
}

async function fromData(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  documentFolder: string | null,
  fitted: FittedRecipe | null,
): Promise<{ readonly tensors: tfjs.Tensor[]; readonly fitted: FittedRecipe } | null> {
  if (document.data.source === null) return null;
  const loaded = await loadExamples(tf, document, facts, documentFolder, {
    seed: document.seed,
    ...(fitted === null ? {} : { fitted }),
  });
  if (!loaded.ok) return null;
  const { test, validation, train } = loaded.value.examples;
  const part = test ?? validation ?? train;
  const places = Uint32Array.from(
    { length: Math.min(sampleCount, part.count) },
    (_, index) => index,
  );
  const { inputs, targets } = await part.batch(places);
  tf.dispose([...targets]);
  await loaded.value.close();
  return { tensors: [...inputs], fitted: loaded.value.fitted };
}

function randomInputs(tf: Tf, document: StrataDocument, facts: GraphFacts): tfjs.Tensor[] {
  const random = mulberry32(document.seed);
  return planModel(facts).inputs.map(({ node, facts: own }) => {
    const sizes = (own.outputs?.[0] ?? []).map((size) => size ?? freeSize);
    const shape = [sampleCount, ...sizes];
    const count = shape.reduce((product, size) => product * size, 1);
    const dtype = own.params['dtype'];
    if (dtype === 'int32' || dtype === 'bool') {
      const limit = dtype === 'bool' ? 2 : integerLimit(facts, node.id);
      const values = Int32Array.from({ length: count }, () => Math.floor(random() * limit));
      return tf.tensor(values, shape, dtype);
    }
    const values = Float32Array.from({ length: count }, () => 2 * random() - 1);
    return tf.tensor(values, shape, 'float32');
  });
}

/** Integers are numbers of table rows: below the smallest table that the input feeds. */
function integerLimit(facts: GraphFacts, input: NodeId): number {
  const sizes = edgesFrom(facts.graph, input)
    .map((edge) => facts.nodes.get(edge.to.node)?.params['inputDim'])
    .filter((size) => typeof size === 'number');
  return sizes.length === 0 ? 10 : Math.min(...sizes);
}

async function read(tensor: tfjs.Tensor, name: string): Promise<SampleArray> {
  const data = await tensor.data();
  const values = data instanceof Int32Array ? data : Float32Array.from(data);
  return { name, shape: tensor.shape, values };
}
