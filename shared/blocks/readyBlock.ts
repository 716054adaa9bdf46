import { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Port } from '#shared/graph/graph.ts';
import type { Block, BlockId } from '#shared/graph/graph.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { Param, ParamTable, ParamValue } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** A block that comes with the program. */
export interface ReadyBlock {
  readonly title: LocalText;
  /** One sentence. */
  readonly doc: LocalText;
  /** The paper that it is from. */
  readonly link: string;
  /** The block; its id is the same in every document. */
  readonly block: Block;
  /** Blocks that it uses. */
  readonly uses?: readonly Block[];
}

/** A parameter of a block: that of a layer, with a default of its own. */
interface Exposed {
  readonly layer: string;
  readonly param: string;
  readonly default: ParamValue;
}

/** How a block is written down. `graph` draws it, and gives what its outputs are. */
interface BlockText<Name extends string> {
  readonly id: string;
  readonly params: Readonly<Record<Name, Exposed>>;
  /** Shapes of the inputs when the block is looked at by itself, without the batch. */
  readonly inputs: readonly (readonly (number | null)[])[];
  graph(
    build: GraphBuilder,
    inputs: readonly [Port, ...Port[]],
    params: { readonly [Param in Name]: { readonly param: Param } },
  ): Port | readonly Port[];
}

/** The block of a text. @throws for a layer or a parameter that the catalogue lacks: the text is wrong. */
export function defineBlock<const Name extends string>(text: BlockText<Name>): Block {
  const build = new GraphBuilder();
  const [first, ...others] = text.inputs.map((shape) => build.input(shape));
  if (first === undefined) throw new Error(`The block ${text.id} has no input.`);
  const names = Object.keys(text.params) as Name[];
  const references = Object.fromEntries(names.map((name) => [name, { param: name }]));
  const outputs = text.graph(build, [first, ...others], references as never);
  for (const port of 'node' in outputs ? [outputs] : outputs) build.output(port);
  const params: ParamTable = Object.fromEntries(
    names.map((name) => [name, paramOf(text.params[name])]),
  );
  return { id: text.id as BlockId, name: text.id, params, graph: build.graph() };
}

function paramOf({ layer, param, default: value }: Exposed): Param {
  const own = findLayer(layer)?.params[param];
  if (own === undefined) throw new Error(`There is no parameter ${param} of ${layer}.`);
  return { ...own, default: value } as Param;
}
