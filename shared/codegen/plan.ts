import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import type { Block, GraphNode, NodeId } from '#shared/graph/graph.ts';
import {
  edgesInto,
  edgesFrom,
  inputKind,
  inputNodes,
  nodeById,
  outputKind,
  outputNodes,
  weightOwner,
} from '#shared/graph/queries.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** One tensor: an output port of a node. */
export interface PlannedValue {
  readonly node: NodeId;
  readonly port: number;
}

/** One place where data enters. */
export interface PlannedInput {
  readonly node: GraphNode;
  readonly facts: NodeFacts;
  readonly layer: LayerDefinition;
}

/** One application of a layer to tensors. */
export interface PlannedLayer {
  readonly type: 'layer';
  readonly node: GraphNode;
  readonly facts: NodeFacts;
  /** The node whose layer is applied: `node`, or the one it shares weights with. */
  readonly owner: GraphNode;
  readonly ownerFacts: NodeFacts;
  readonly layer: LayerDefinition;
  readonly inputs: readonly PlannedValue[];
}

/** One use of a block. */
export interface PlannedBlock {
  readonly type: 'block';
  readonly node: GraphNode;
  readonly facts: NodeFacts;
  readonly owner: GraphNode;
  readonly block: Block;
  readonly inner: ModelPlan;
  readonly inputs: readonly PlannedValue[];
}

/** One line of the program. */
export type PlannedStep = PlannedLayer | PlannedBlock;

/** What leaves the network. */
export interface PlannedOutput {
  /** The output node; null where none is reached and the last layers are taken. */
  readonly node: GraphNode | null;
  readonly value: PlannedValue;
  readonly shape: Shape | null;
}

/** A node that the program cannot contain yet. */
export interface LeftOut {
  readonly node: GraphNode;
  readonly reason: 'unknownLayer' | 'missingInput' | 'leadsNowhere';
}

/** What a printer writes, in order; the same for every language. */
export interface ModelPlan {
  /** `sequential`: one input, one output, each layer follows the one before it. */
  readonly style: 'sequential' | 'functional';
  readonly inputs: readonly PlannedInput[];
  readonly steps: readonly PlannedStep[];
  readonly outputs: readonly PlannedOutput[];
  readonly leftOut: readonly LeftOut[];
}

/** Puts a graph in the order in which a program builds it. Takes unfinished graphs: what cannot be built is left out. */
export function planModel(facts: GraphFacts): ModelPlan {
  const { graph } = facts;
  const planned = new Map<NodeId, PlannedStep | PlannedInput>();
  const leftOut: LeftOut[] = [];

  for (const id of facts.order) {
    const nodeFacts = facts.nodes.get(id);
    const node = nodeById(graph, id);
    if (nodeFacts === undefined || node === undefined || node.kind === outputKind) continue;
    const step = planNode(facts, node, nodeFacts, planned);
    if (typeof step === 'string') leftOut.push({ node, reason: step });
    else planned.set(id, step);
  }

  const outputs = planOutputs(facts, planned);
  const needed = nodesBefore(outputs, planned);
  const steps: PlannedStep[] = [];
  for (const [id, step] of planned) {
    if (needed.has(id)) {
      if ('type' in step) steps.push(step);
    } else leftOut.push({ node: step.node, reason: 'leadsNowhere' });
  }
  const inputs = inputNodes(graph).flatMap((node) => {
    const input = planned.get(node.id);
    return input === undefined || 'type' in input || !needed.has(node.id) ? [] : [input];
  });
  const style = isChain(inputs, steps, outputs) ? 'sequential' : 'functional';
  return { style, inputs, steps, outputs, leftOut };
}

function planNode(
  facts: GraphFacts,
  node: GraphNode,
  nodeFacts: NodeFacts,
  planned: ReadonlyMap<NodeId, unknown>,
): PlannedStep | PlannedInput | LeftOut['reason'] {
  const owner = weightOwner(facts.graph, node) ?? node;
  const ownerFacts = facts.nodes.get(owner.id) ?? nodeFacts;
  if (node.kind === inputKind) {
    const { layer } = nodeFacts;
    return layer === undefined ? 'unknownLayer' : { node, facts: nodeFacts, layer };
  }
  const edges = edgesInto(facts.graph, node.id);
  if (edges.some((edge) => !planned.has(edge.from.node))) return 'missingInput';
  const inputs = edges.map((edge) => edge.from);

  if (owner.block !== undefined) {
    const block = facts.blocks.find((candidate) => candidate.id === owner.block);
    if (block === undefined || nodeFacts.block === null) return 'unknownLayer';
    if (inputs.length < inputNodes(block.graph).length) return 'missingInput';
    const inner = planModel(nodeFacts.block);
    return { type: 'block', node, facts: nodeFacts, owner, block, inner, inputs };
  }
  const { layer } = ownerFacts;
  if (layer === undefined) return 'unknownLayer';
  if (inputs.length < Math.max(1, layer.inputs.min)) return 'missingInput';
  return { type: 'layer', node, facts: nodeFacts, owner, ownerFacts, layer, inputs };
}

function planOutputs(
  facts: GraphFacts,
  planned: ReadonlyMap<NodeId, PlannedStep | PlannedInput>,
): PlannedOutput[] {
  const { graph } = facts;
  const shapeOf = (value: PlannedValue) =>
    facts.nodes.get(value.node)?.outputs?.[value.port] ?? null;
  const named = outputNodes(graph).flatMap((node) => {
    const value = edgesInto(graph, node.id)[0]?.from;
    return value !== undefined && planned.has(value.node)
      ? [{ node, value, shape: shapeOf(value) }]
      : [];
  });
  // While nothing reaches an output node yet, the last layers stand for it, so that there is code to look at.
  if (named.length > 0) return named;
  return [...planned].flatMap(([id, step]) => {
    if (!('type' in step) || edgesFrom(graph, id).some((e) => planned.has(e.to.node))) return [];
    const value = { node: id, port: 0 };
    return [{ node: null, value, shape: shapeOf(value) }];
  });
}

function nodesBefore(
  outputs: readonly PlannedOutput[],
  planned: ReadonlyMap<NodeId, PlannedStep | PlannedInput>,
): Set<NodeId> {
  const needed = new Set<NodeId>();
  const open = outputs.map((output) => output.value.node);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    const step = planned.get(id);
    if (step !== undefined && 'type' in step) open.push(...step.inputs.map((value) => value.node));
  }
  return needed;
}

function isChain(
  inputs: readonly PlannedInput[],
  steps: readonly PlannedStep[],
  outputs: readonly PlannedOutput[],
): boolean {
  const [input] = inputs;
  const [output] = outputs;
  if (input === undefined || output === undefined) return false;
  if (inputs.length > 1 || outputs.length > 1 || steps.length === 0) return false;
  let previous = input.node.id;
  for (const step of steps) {
    const [from, second] = step.inputs;
    if (step.type === 'block' || step.owner !== step.node || second !== undefined) return false;
    if (from?.node !== previous || from.port !== 0) return false;
    // Keras takes no layer for several tensors into a chain, though it is given one.
    if (step.layer.inputs.max !== 1) return false;
    // Further outputs (what a recurrent layer remembers) have no place in a chain, though nothing uses them.
    if ((step.facts.outputs?.length ?? 1) > 1) return false;
    previous = step.node.id;
  }
  return output.value.node === previous && output.value.port === 0;
}

/** How often each layer or block is applied, by its owner's id. */
export function countUses(plan: ModelPlan): ReadonlyMap<NodeId, number> {
  const uses = new Map<NodeId, number>();
  for (const step of plan.steps) uses.set(step.owner.id, (uses.get(step.owner.id) ?? 0) + 1);
  return uses;
}

/** Name of the layer that a tensor comes from: the path of names where it lies in a block (`block/dense`). */
export function layerPath(plan: ModelPlan, { node, port }: PlannedValue): string {
  const step = plan.steps.find((candidate) => candidate.node.id === node);
  if (step === undefined)
    return plan.inputs.find((input) => input.node.id === node)?.node.name ?? '';
  if (step.type === 'layer') return step.owner.name;
  const inner = step.inner.outputs[port];
  return `${step.owner.name}/${inner === undefined ? '' : layerPath(step.inner, inner.value)}`;
}
