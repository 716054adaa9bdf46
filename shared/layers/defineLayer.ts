import type { Call } from '#shared/layers/call.ts';
import { checkInitializers, checkInputs } from '#shared/layers/checks.ts';
import { layerMessages } from '#shared/layers/messages.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import type { LocalText, Messages, Problem, Result } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Family of a layer: its colour on the canvas and its section in the palette. */
export type LayerFamily =
  | 'io'
  | 'core'
  | 'convolution'
  | 'pooling'
  | 'normalization'
  | 'regularization'
  | 'activation'
  | 'recurrent'
  | 'attention'
  | 'reshaping'
  | 'merging';

/** How many tensors a layer takes, and of which rank (without the batch axis). */
export interface LayerInputs {
  readonly min: number;
  /** `null`: any number. A layer with `max` above 1 takes its inputs in the order of their ports. */
  readonly max: number | null;
  /** Accepted ranks without the batch axis, for example `[3]` for images; absent: any. */
  readonly ranks?: readonly number[];
  /**
   * True: the numbers are indices, so an inputLayer that feeds this layer should have dtype int32. document/ warns with
   * the layer's message `<kind>.floatInput` (no values) when anything else arrives.
   */
  readonly integers?: true;
}

/**
 * What a layer of tfjs does with a mask, which marks the steps of a sequence that are padding. `makes` one; `keeps`:
 * passes it on; `uses` it; `spoils`: passes on one that no layer can use; `fails` when it gets one; `misses`: would use
 * those of several inputs, and tfjs does not hand them over.
 */
export type MaskUse = 'makes' | 'keeps' | 'uses' | 'usesAndKeeps' | 'spoils' | 'fails' | 'misses';

/** One weight of a layer. `name` is the library's own ending: `kernel`, `bias`, `gamma`. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly trainable: boolean;
}

/** A repair that a layer can offer: other values for some of its own parameters. */
export interface ParamPatch {
  readonly title: LocalText;
  readonly params: ParamValues;
}

/** One line of the "Output shape" box of the inspector: `Height  ⌊(13 − 3) ÷ 1⌋ + 1 = 11`. */
export interface ShapeFormula {
  readonly label: LocalText;
  readonly formula: string;
  readonly result: string;
}

/** Everything the program knows about one kind of layer. One layer is one file. */
export interface LayerDefinition<Table extends ParamTable = ParamTable> {
  /** Name of the tf.layers factory, `conv2d`; key of the catalogue and of documents. */
  readonly kind: string;
  /** Keras class name, shown on cards and in the palette: `Conv2D`. Never translated. */
  readonly title: string;
  /** Chinese name shown as second text. */
  readonly gloss: string;
  readonly family: LayerFamily;
  /** Name of a pictogram in renderer/parts/pictograms. */
  readonly pictogram: string;
  /** One sentence. */
  readonly doc: LocalText;
  /** Page or paper. */
  readonly link: string;
  readonly params: Table;
  readonly inputs: LayerInputs;
  /**
   * `input`: a node of this kind is an entry of the model. `output`: it marks the tensor that reaches it as a
   * result of the model. Absent: an ordinary layer.
   */
  readonly role?: 'input' | 'output';
  /** Shapes of the outputs (usually one) for these inputs. Pure. */
  outputShape(
    inputs: readonly Shape[],
    params: ValuesOf<Table>,
  ): Result<readonly Shape[], Problem<ParamPatch>>;
  /** Weights in the order in which tfjs's `getWeights()` returns them. Called only with inputs that `outputShape` accepts. */
  weights(inputs: readonly Shape[], params: ValuesOf<Table>): readonly WeightSpec[];
  /** Multiply-adds of one example; unknown sizes count as 1. */
  multiplyAdds(inputs: readonly Shape[], params: ValuesOf<Table>): number;
  /** What it does with a mask in tfjs. Absent or null: it takes no notice, and what comes after it gets none. */
  mask?(params: ValuesOf<Table>, inputCount: number): MaskUse | null;
  /** Up to three short texts for the card: `64`, `3×3`, `relu`. */
  highlights(params: ValuesOf<Table>): readonly string[];
  /** How the output shape comes about, one line an axis, with this layer's numbers. */
  explain?(inputs: readonly Shape[], params: ValuesOf<Table>): readonly ShapeFormula[];
  /**
   * The tfjs call; the compiler and the printers add `name`, and `inputShape` or `batchInputShape` where it belongs.
   * `null`: nothing is called, the tensor passes through unchanged (only the `output` marker).
   * `inputs` are the layer's input shapes by port, for the few layers that must spell out what tfjs cannot work out by
   * itself (reshape, dot); those shapes are `null`, or missing, while they are not known.
   */
  tfjs(params: ValuesOf<Table>, inputs: readonly (Shape | null)[]): Call | null;
  /** The Keras 3 call; `inputs` and `null` as in `tfjs`. */
  keras(params: ValuesOf<Table>, inputs: readonly (Shape | null)[]): Call | null;
  /**
   * What differs between tfjs and Keras and cannot be removed; shown in the layer's doc. For weights whose layout
   * differs, `kerasWeights` in main/engine/formats tells; here stands only what a reader should know.
   */
  readonly differences?: LocalText;
  /** Texts of problems that only this layer has, keyed by full code `kind.name`. */
  readonly messages?: Messages;
}

/**
 * Checks a definition's types where it is written, and forgets them for the list. What every layer has is added here:
 * its `outputShape` first checks the number and the ranks of the inputs (so the layer's own code sees only what
 * `inputs` allows), and afterwards that the chosen initializers can fill the weights.
 */
export function defineLayer<const Table extends ParamTable>(
  definition: LayerDefinition<Table>,
): LayerDefinition {
  const layer = definition as unknown as LayerDefinition;
  return {
    ...layer,
    messages: { ...layerMessages, ...layer.messages },
    outputShape: (inputs, params) => {
      const problem = checkInputs(layer.title, layer.inputs, inputs);
      if (problem) return { ok: false, problem };
      const shapes = layer.outputShape(inputs, params);
      if (!shapes.ok) return shapes;
      const unfit = checkInitializers(layer.title, layer.params, params, () =>
        layer.weights(inputs, params),
      );
      return unfit ? { ok: false, problem: unfit } : shapes;
    },
  };
}
