import { axisNames } from '#shared/layers/axisNames.ts';
import type { Call } from '#shared/layers/call.ts';
import { fromModule, kerasCall, tfjsCall } from '#shared/layers/callFromParams.ts';
import { requireSize } from '#shared/layers/checks.ts';
import type { ShapeFormula, WeightSpec } from '#shared/layers/defineLayer.ts';
import { activationHighlight } from '#shared/layers/highlights.ts';
import type { ParamTable, ParamValues, PartValue } from '#shared/layers/params.ts';
import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type { LocalText, Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import { formatShape } from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What the recurrent layers differ in: the factor of their kernels' width, and how many vectors they remember. */
export interface Cell {
  readonly title: string;
  /** Kernels side by side: SimpleRNN 1, GRU 3, LSTM 4. */
  readonly gates: number;
  /** Vectors of memory: LSTM 2, others 1. */
  readonly states: number;
}

/** The values of a recurrent layer that its shapes depend on. */
export interface RecurrentValues {
  readonly units: number;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly bidirectional: boolean;
  readonly mergeMode: 'concat' | 'sum' | 'mul' | 'ave';
  readonly activation: string;
  readonly useBias: boolean;
  readonly kernelRegularizer: PartValue | null;
  readonly recurrentRegularizer: PartValue | null;
  readonly biasRegularizer: PartValue | null;
  readonly trainable: boolean;
}

function outputWidth({ units, bidirectional, mergeMode }: RecurrentValues): number {
  return bidirectional && mergeMode === 'concat' ? 2 * units : units;
}

/**
 * (batch, steps, features) → (batch, steps, units) or, without `returnSequences`, (batch, units). With `returnState`
 * further outputs (batch, units): the memory, forwards before backwards.
 */
export function recurrentShapes(
  cell: Cell,
  input: Shape,
  values: RecurrentValues,
): Result<readonly Shape[], Problem<ParamPatch>> {
  const problem = requireSize(cell.title, input, 1);
  if (problem) return fail(problem);
  const width = outputWidth(values);
  const output: Shape = values.returnSequences ? [input[0] ?? null, width] : [width];
  const stateCount = values.returnState ? cell.states * (values.bidirectional ? 2 : 1) : 0;
  return ok([output, ...Array.from({ length: stateCount }, (): Shape => [values.units])]);
}

/** Weights in tfjs's order: kernel, recurrent kernel, bias; for both directions one after the other. */
export function recurrentWeights(
  cell: Cell,
  input: Shape,
  { units, useBias, bidirectional, trainable }: RecurrentValues,
): readonly WeightSpec[] {
  const width = units * cell.gates;
  const one: readonly WeightSpec[] = [
    { name: 'kernel', shape: [input[1] ?? 1, width], trainable },
    { name: 'recurrent_kernel', shape: [units, width], trainable },
    ...(useBias ? [{ name: 'bias', shape: [width], trainable }] : []),
  ];
  if (!bidirectional) return one;
  return ['forward', 'backward'].flatMap((direction) =>
    one.map((weight) => ({ ...weight, name: `${direction}/${weight.name}` })),
  );
}

/** Multiply-adds over all steps; an unknown number of steps counts as 1. */
export function recurrentMultiplyAdds(
  cell: Cell,
  input: Shape,
  { units, bidirectional }: RecurrentValues,
): number {
  const perStep = cell.gates * units * ((input[1] ?? 1) + units);
  return (input[0] ?? 1) * perStep * (bidirectional ? 2 : 1);
}

/** Short texts for the card. */
export function recurrentHighlights(values: RecurrentValues): readonly string[] {
  return [
    String(values.units),
    ...(values.bidirectional ? ['bidirectional'] : []),
    ...(values.returnSequences ? ['sequences'] : []),
    ...(values.activation === 'tanh' ? [] : activationHighlight(values.activation)),
  ].slice(0, 3);
}

/** The lines of the "Output shape" box. */
export function explainRecurrent(input: Shape, values: RecurrentValues): readonly ShapeFormula[] {
  const width = outputWidth(values);
  const steps = formatShape(input.slice(0, 1));
  return [
    ...(values.returnSequences ? [{ label: axisNames.steps, formula: steps, result: steps }] : []),
    {
      label: axisNames.features,
      formula: width === values.units ? 'units' : `2 × ${values.units}`,
      result: String(width),
    },
  ];
}

const ownNames: readonly string[] = ['bidirectional', 'mergeMode'];

/** The library's own parameters: all but those of the wrapper. */
function libraryTable(table: ParamTable): ParamTable {
  return Object.fromEntries(Object.entries(table).filter(([name]) => !ownNames.includes(name)));
}

/** Defaults that tfjs and Keras share. */
export const recurrentDefaults: ParamValues = {
  returnSequences: false,
  activation: 'tanh',
  biasInitializer: { kind: 'zeros' },
  dropout: 0,
  recurrentDropout: 0,
  goBackwards: false,
  returnState: false,
};

/** The tfjs call, inside `bidirectional` when asked for. */
export function recurrentTfjs(
  kind: 'simpleRNN' | 'gru' | 'lstm',
  table: ParamTable,
  values: RecurrentValues,
  defaults: ParamValues,
): Call {
  const stock = tfjsCall(`layers.${kind}`, libraryTable(table), { ...values }, defaults);
  const { kernelRegularizer, recurrentRegularizer, biasRegularizer } = values;
  const penalties = [kernelRegularizer, recurrentRegularizer, biasRegularizer];
  // tfjs's own take regularizers and ignore them.
  const ours = penalties.some((penalty) => penalty !== null) ? 'regularizedRecurrent' : null;
  const ourName = `regularized${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const call = ours === null ? stock : fromModule(stock, ours, ourName);
  if (!values.bidirectional) return call;
  const both: Call = {
    fn: 'layers.bidirectional',
    args: { layer: call, mergeMode: values.mergeMode },
    defaults: { mergeMode: 'concat' },
  };
  return ours === null ? both : fromModule(both, ours, 'regularizedBidirectional');
}

/** The Keras call, inside `Bidirectional` when asked for. */
export function recurrentKeras(
  fn: string,
  table: ParamTable,
  values: RecurrentValues,
  defaults: ParamValues,
): Call {
  const call = kerasCall(
    fn,
    libraryTable(table),
    { ...values },
    { recurrentInitializer: { kind: 'orthogonal' }, ...defaults },
  );
  return values.bidirectional ? inBidirectional(call, values) : call;
}

/** Wraps a Keras call. */
export function inBidirectional(call: Call, { mergeMode }: RecurrentValues): Call {
  return {
    fn: 'layers.Bidirectional',
    args: { layer: call, merge_mode: mergeMode },
    defaults: { merge_mode: 'concat' },
  };
}

/** What is said of every recurrent layer. */
export const recurrentDifference: LocalText = {
  en: 'Plain tfjs ignores the regularizers of recurrent layers; the code here brings layers of its own for them. Stateful layers and the unroll and implementation switches are not offered: they need a fixed batch or change no numbers.',
  'zh-CN':
    '普通的 tfjs 会忽略循环层的正则化器；这里的代码为此自带相应的层。不提供 stateful、unroll 和 implementation：它们需要固定的批大小，或不影响数值。',
};
