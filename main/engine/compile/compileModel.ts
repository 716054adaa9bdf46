import type * as tfjs from '@tensorflow/tfjs';
import { runCall } from '#main/engine/compile/call.ts';
import { repairDepthwiseConfig } from '#main/engine/compile/depthwiseConfig.ts';
import { repairDilatedConv2d } from '#main/engine/compile/dilatedConv2d.ts';
import { withSeededRandom } from '#main/engine/compile/seededRandom.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import { memoryProblem } from '#main/engine/thrown.ts';
import { deriveSeed } from '#shared/data/generators/deriveSeed.ts';
import { libraryName, tfjsCallOf } from '#shared/codegen/calls.ts';
import type { ModelPlan, PlannedBlock, PlannedLayer } from '#shared/codegen/plan.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import { inputNodes } from '#shared/graph/queries.ts';
import type { Call } from '#shared/layers/call.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** Symbolic outputs of a node, by port. */
type Tensors = readonly tfjs.SymbolicTensor[];

/** A compile in progress: layers by path, so that a shared layer is made once. */
interface Building {
  readonly tf: Tf;
  readonly seed: number;
  readonly layers: Map<string, tfjs.layers.Layer>;
}

/** Ends a compile at once; caught in `compileModel`, where it becomes a Result. */
class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Makes the model of a document: the same plan and the same calls that the printers print. Layers bear their nodes'
 * names, those of a block its path before them (`block/dense`); initial weights depend on the document's seed and on that
 * path only. Problems: those of the graph, `model.noInput`, `model.noOutput`, `model.layerFailed`, `engine.outOfMemory`.
 */
export function compileModel(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
): Result<tfjs.LayersModel> {
  const plan = planModel(facts);
  if (plan.inputs.length === 0) return refuse('model.noInput');
  if (plan.outputs.length === 0) return refuse('model.noOutput');
  const wrong = firstProblem(plan);
  if (wrong !== null) return fail(wrong);
  repairDepthwiseConfig(tf);
  repairDilatedConv2d(tf);
  const building: Building = { tf, seed: document.seed, layers: new Map() };
  try {
    const inputs = new Map<string, Tensors>();
    const entries = plan.inputs.map(({ node, facts: own, layer }) => {
      const tensor = attempt(node.name, node.id, () =>
        runCall(tf, named(callOf(layer, own), node.name)),
      ) as tfjs.SymbolicTensor;
      inputs.set(node.id, [tensor]);
      return tensor;
    });
    const values = buildSteps(building, plan, inputs, '');
    const outputs = plan.outputs.map(({ value }) => pick(values, value.node, value.port));
    const distinct = outputs.map((tensor, index) =>
      // tfjs takes neither an input nor the same tensor twice as an output: such a one passes an identity layer.
      entries.includes(tensor) || outputs.indexOf(tensor) < index
        ? identity(tf, tensor, plan.outputs[index]?.node?.name ?? `output_${index}`)
        : tensor,
    );
    return ok(tf.model({ inputs: entries, outputs: distinct }));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}

function buildSteps(
  building: Building,
  plan: ModelPlan,
  inputs: ReadonlyMap<string, Tensors>,
  prefix: string,
): ReadonlyMap<string, Tensors> {
  const values = new Map(inputs);
  for (const step of plan.steps) {
    const given = step.inputs.map(({ node, port }) => pick(values, node, port));
    values.set(
      step.node.id,
      step.type === 'block'
        ? applyBlock(building, step, given, prefix)
        : applyLayer(building, step, given, prefix),
    );
  }
  return values;
}

function applyBlock(
  building: Building,
  step: PlannedBlock,
  given: Tensors,
  prefix: string,
): Tensors {
  const inner = new Map<string, Tensors>();
  inputNodes(step.block.graph).forEach((node, index) => {
    const tensor = given[index];
    if (tensor !== undefined) inner.set(node.id, [tensor]);
  });
  const values = buildSteps(building, step.inner, inner, `${prefix}${step.owner.name}/`);
  return step.inner.outputs.map(({ value }) => pick(values, value.node, value.port));
}

function applyLayer(
  { tf, seed, layers }: Building,
  step: PlannedLayer,
  given: Tensors,
  prefix: string,
): Tensors {
  const path = prefix + step.owner.name;
  return attempt(path, step.node.id, () => {
    let layer = layers.get(path);
    if (layer === undefined) {
      layer = runCall(tf, named(callOf(step.layer, step.ownerFacts), path)) as tfjs.layers.Layer;
      layers.set(path, layer);
    }
    const applied = layer;
    const [only] = given;
    const result = withSeededRandom(deriveSeed(seed, path), () =>
      applied.apply(given.length === 1 && only !== undefined ? only : [...given]),
    );
    return (Array.isArray(result) ? result : [result]) as tfjs.SymbolicTensor[];
  });
}

function callOf(layer: LayerDefinition, facts: NodeFacts): Call {
  const call = tfjsCallOf(layer, facts.params, facts.inputs);
  if (call === null) throw new Error(`${layer.kind} is not called.`);
  return call;
}

/** Adds a layer's name. */
function named(call: Call, name: string): Call {
  return { ...call, args: { ...call.args, name: libraryName(name) } };
}

function identity(tf: Tf, tensor: tfjs.SymbolicTensor, name: string): tfjs.SymbolicTensor {
  return tf.layers
    .activation({ activation: 'linear', name: libraryName(name) })
    .apply(tensor) as tfjs.SymbolicTensor;
}

function pick(values: ReadonlyMap<string, Tensors>, node: string, port: number) {
  const tensor = values.get(node)?.[port];
  if (tensor === undefined) throw new Error(`Node ${node} has no output ${port}.`);
  return tensor;
}

function firstProblem(plan: ModelPlan): Problem | null {
  for (const step of plan.steps) {
    const found = step.facts.problems.find((problem) => problem.severity === 'error');
    if (found !== undefined) {
      const { code, severity, values, place } = found;
      return { code, severity, values, place: { node: step.node.id, ...place } };
    }
    const inner = step.type === 'block' ? firstProblem(step.inner) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** Third-party throws are converted here, once: tfjs refuses what our own checks let through. */
function attempt<Value>(layer: string, node: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const memory = memoryProblem(error);
    if (memory !== null) throw new Refusal({ ...memory, place: { node } });
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal({
      code: 'model.layerFailed',
      severity: 'error',
      values: { layer, reason },
      place: { node },
    });
  }
}
