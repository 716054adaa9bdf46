import * as tf from '@tensorflow/tfjs';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { prepareExamples } from '#main/engine/data/examples/examplesForTests.ts';
import type { Column } from '#main/engine/data/source/table.ts';
import { eagerStepper } from '#main/engine/train/eagerStepper.ts';
import type { SplitExamples } from '#main/engine/train/examples.ts';
import type { OpenStepper } from '#main/engine/train/stepper.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { EdgeId, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import type { Choice, OutputTraining } from '#shared/training/training.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

const exampleCount = 40;

/** Examples in a step. */
const batchSize = 16;

/** A network around one layer, with data. */
export interface Small {
  readonly document: StrataDocument;
  readonly columns: readonly Column[];
}

/** What `smallNetwork` may be told beside the layer. */
export interface SmallOptions {
  readonly optimizer?: Choice;
  readonly output?: OutputTraining;
  /** Activation and width of the last layer. */
  readonly last?: ParamValues;
  /** How many inputs the layer gets; two where it needs more than one. */
  readonly inputs?: number;
}

/**
 * A layer between two dense ones, so that gradients pass through it, and a loss at the end. The first has no bias: in front of
 * batch normalization its gradient is nothing but rounding.
 */
export function smallNetwork(
  layer: LayerDefinition,
  params: ParamValues,
  shape: readonly number[],
  options: SmallOptions = {},
): Small {
  const isInteger = layer.inputs.integers === true;
  const inputCount = options.inputs ?? (layer.inputs.min > 1 ? 2 : 1);
  const nodes: [string, string, ParamValues][] = [];
  const edges: [string, string, number][] = [];
  for (let index = 0; index < inputCount; index++) {
    const input = `input${index}`;
    nodes.push([input, 'inputLayer', { shape, ...(isInteger ? { dtype: 'int32' } : {}) }]);
    if (isInteger) {
      edges.push([input, 'layer', index]);
      continue;
    }
    nodes.push([`before${index}`, 'dense', { units: shape.at(-1) ?? 1, useBias: false }]);
    edges.push([input, `before${index}`, 0], [`before${index}`, 'layer', index]);
  }
  nodes.push(['layer', layer.kind, params]);
  const made = layer.outputShape(
    Array.from({ length: inputCount }, () => shape),
    parseParams(layer.params, params).values,
  );
  const isFlat = made.ok && made.value[0]?.length === 1;
  if (!isFlat) nodes.push(['flat', 'flatten', {}]);
  nodes.push(['last', 'dense', { units: 3, ...options.last }], ['output', 'output', {}]);
  if (!isFlat) edges.push(['layer', 'flat', 0]);
  edges.push([isFlat ? 'layer' : 'flat', 'last', 0], ['last', 'output', 0]);
  const output = options.output ?? {
    loss: { kind: 'meanSquaredError', params: {} },
    weight: 1,
    metrics: [{ kind: 'meanAbsoluteError', params: {} }],
  };
  const random = mulberry32(5);
  const width = Number(options.last?.['units'] ?? 3);
  const isClass = output.loss.kind === 'sparseCategoricalCrossentropy';
  const column = (name: string, size: readonly number[], draw: () => number): Column => ({
    name,
    shape: size,
    values: Float32Array.from({ length: exampleCount * size.reduce((a, b) => a * b, 1) }, draw),
    classes: null,
  });
  const inputs = Array.from({ length: inputCount }, (_, index) =>
    column(`input${index}`, shape, () =>
      isInteger ? Math.floor(random() * 20) : random() * 2 - 1,
    ),
  );
  const target = isClass
    ? column('target', [1], () => Math.floor(random() * width))
    : column('target', [width], () => (random() < 0.5 ? 0 : 1));
  return {
    columns: [...inputs, target],
    document: {
      format: 'strata',
      version: 1,
      id: 'small',
      name: 'small',
      seed: 11,
      graph: {
        nodes: nodes.map(([name, kind, values]): GraphNode => ({
          id: name as NodeId,
          kind,
          name,
          params: values,
          position: { x: 0, y: 0 },
        })),
        edges: edges.map(([from, to, port], index) => ({
          id: `edge${index}` as EdgeId,
          from: { node: from as NodeId, port: 0 },
          to: { node: to as NodeId, port },
        })),
        notes: [],
      },
      blocks: [],
      data: {
        ...emptyRecipe,
        bindings: {
          inputs: Object.fromEntries(inputs.map(({ name }) => [name, [name]])),
          outputs: { output: 'target' },
        },
      },
      training: {
        optimizer: options.optimizer ?? { kind: 'sgd', params: { learningRate: 0.05 } },
        schedule: null,
        batchSize,
        epochs: 1,
        shuffle: false,
        stopping: null,
        outputs: { output },
      },
    },
  };
}

/** What training came to. */
export interface Outcome {
  readonly values: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
  readonly remarks: readonly Problem[];
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** tfjs's own steps. */
export const openEagerly: OpenStepper = (training, examples, settings) => ({
  stepper: eagerStepper(tf, training, examples, settings),
  remarks: [],
});

/** Compiles the network and its data; the caller disposes of the model. */
async function prepareSmall({ document, columns }: Small): Promise<{
  readonly training: CompiledTraining;
  readonly examples: SplitExamples;
}> {
  const facts = inferGraph(document.graph, document.blocks);
  const model = valueOf(compileModel(tf, document, facts));
  const training = valueOf(compileTraining(tf, model, facts, document.training));
  const dataset = { train: { count: exampleCount, columns }, test: null };
  const examples = valueOf(await prepareExamples(tf, document, facts, dataset, document.seed));
  return { training, examples };
}

/** Takes steps of 16, 16 and 8 examples in turn. */
export async function trainSmall(
  small: Small,
  open: OpenStepper,
  steps: number,
  seed = 3,
): Promise<Outcome> {
  const { training, examples } = await prepareSmall(small);
  const { stepper, remarks } = open(training, examples, { seed, batchSize });
  const values: (readonly number[])[] = [];
  const learningRate = Number(training.optimizerChoice.values['learningRate']);
  for (let step = 0; step < steps; step++) {
    const start = (step % 3) * batchSize;
    const length = Math.min(batchSize, exampleCount - start);
    const rows = Uint32Array.from({ length }, (_, row) => start + row);
    for (const taken of await stepper.train([{ rows, step, learningRate }])) {
      values.push([...taken.values, ...taken.weights]);
    }
  }
  stepper.saveWeights();
  const weights = training.model.getWeights().map((weight) => Array.from(weight.dataSync()));
  stepper.free();
  training.model.dispose();
  training.optimizer.dispose();
  return { values, weights, remarks };
}

/** The largest difference of two lists of numbers, relative to the largest of them. */
export function difference(one: readonly number[], two: readonly number[]): number {
  const scale = one.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-12);
  return one.reduce(
    (largest, value, index) =>
      Math.max(largest, Math.abs(value - (two[index] ?? Number.NaN)) / scale),
    0,
  );
}
