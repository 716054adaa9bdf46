import type { Layout } from '#shared/codegen/layout.ts';
import type { PlannedBlock, PlannedLayer } from '#shared/codegen/plan.ts';
import type { PrintCall, PrintValue } from '#shared/codegen/printValue.ts';
import type { Call } from '#shared/layers/call.ts';
import type { Param } from '#shared/layers/params.ts';
import type { Identifiers } from '#shared/codegen/identifiers.ts';

/** A block as one function of the program. */
export interface BlockCode {
  readonly identifier: string;
  /** Name of the block, for its comment. */
  readonly title: string;
  readonly inputs: readonly string[];
  /** The parameters that the code names. */
  readonly params: readonly { readonly identifier: string; readonly param: Param | undefined }[];
  readonly outputs: readonly string[];
  /** Statements that make layers, where the block's weights are shared; else empty. */
  readonly made: readonly Layout[];
  readonly applied: readonly Layout[];
  /** The function returns a function that applies the layers, so that it can be done twice. */
  readonly isShared: boolean;
}

/** What differs between the languages that models are printed in. */
export interface Syntax {
  readonly style: 'camelCase' | 'snake_case';
  /** One indentation. */
  readonly step: string;
  readonly width: number;
  /** Words that no variable may have. */
  readonly reserved: readonly string[];
  /** A string of the language. */
  readonly quote: (text: string) => string;
  /** A layer's name inside a block: `name` of the function's argument before its own. */
  readonly nameInBlock: (name: string) => string;
  /** A remark behind a statement, for whose sake the statement is not broken. */
  readonly comment: (text: string) => Layout;
  readonly assignment: (targets: readonly string[], value: Layout) => Layout;
  readonly value: (value: PrintValue) => Layout;
  /** The layer's call, its name added; null: it calls nothing. */
  readonly layerCall: (step: PlannedLayer) => Call | null;
  readonly call: (call: PrintCall) => Layout;
  /** The call of a layer, applied at once. */
  readonly apply: (call: PrintCall, inputs: readonly string[], outputCount: number) => Layout;
  /** A layer that was made before by this call, applied. */
  readonly applyMade: (
    layer: string,
    call: PrintCall,
    inputs: readonly string[],
    outputCount: number,
  ) => Layout;
  /** A function called. */
  readonly invoke: (identifier: string, values: readonly Layout[]) => Layout;
  readonly blockFunction: (block: BlockCode) => Layout;
}

/** One function of the program while its statements are printed: the model's, or a block's. */
export interface BodyScope {
  readonly syntax: Syntax;
  readonly names: Identifiers;
  /** How a layer's name is written. */
  readonly layerName: (name: string) => string;
  /** Identifier of a parameter of the block that is printed. */
  readonly paramName: (param: string) => string;
  /** Whether this is a block: shapes and counts differ from use to use, and lines belong to no node. */
  readonly isBlock: boolean;
  /** The function that builds this block, and the parameters that it takes. */
  readonly blockFunction: (step: PlannedBlock) => {
    readonly identifier: string;
    readonly params: readonly string[];
  };
}
