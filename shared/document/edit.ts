import type { DataRecipe } from '#shared/data/data.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { BlockWish } from '#shared/document/blocks/makeBlock.ts';
import type { GraphFragment } from '#shared/document/fragment.ts';
import { blockEdits } from '#shared/document/edits/blockEdits.ts';
import { dataEdits } from '#shared/document/edits/dataEdits.ts';
import { edgeEdits } from '#shared/document/edits/edgeEdits.ts';
import { nodeEdits } from '#shared/document/edits/nodeEdits.ts';
import { noteEdits } from '#shared/document/edits/noteEdits.ts';
import { removeEdits } from '#shared/document/edits/removeEdits.ts';
import type {
  Block,
  BlockId,
  EdgeId,
  GraphEdge,
  GraphNode,
  GraphNote,
  NodeId,
  Position,
} from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { OutputTraining, TrainingRecipe } from '#shared/training/training.ts';

/** Which graph an edit changes: absent, the document's; else the graph of this block. */
interface InGraph {
  readonly block?: BlockId;
}

/** What every kind of edit carries, by its type. Edits are data: they travel, are kept and are shown before they are made. */
interface EditTypes {
  /** Adds a node, and edges that touch it; an edge to a taken port replaces what is there. */
  readonly addNode: InGraph & { readonly node: GraphNode; readonly edges?: readonly GraphEdge[] };
  /** Removes nodes and their edges; with `bridge`, joins what came before to what came after, where the shapes allow. */
  readonly removeNodes: InGraph & { readonly ids: readonly NodeId[]; readonly bridge?: boolean };
  /** Sets some parameters; a value that equals its default is left out of the document. */
  readonly setParams: InGraph & { readonly node: NodeId; readonly params: ParamValues };
  readonly renameNode: InGraph & { readonly node: NodeId; readonly name: string };
  readonly moveNodes: InGraph & { readonly positions: Readonly<Record<string, Position>> };
  /** Draws an edge; it replaces the edge that holds the input port. */
  readonly connect: InGraph & { readonly edge: GraphEdge };
  readonly disconnect: InGraph & { readonly edges: readonly EdgeId[] };
  /** Adds a node into the middle of an edge. */
  readonly insertOnEdge: InGraph & { readonly node: GraphNode; readonly edge: EdgeId };
  /** Gives a node another kind; its place and its edges stay as far as it has ports for them. */
  readonly replaceNode: InGraph & {
    readonly node: NodeId;
    readonly kind: string;
    readonly params: ParamValues;
  };
  /** Lets a node call another's layer again; `null`: gives it weights of its own. */
  readonly setSharing: InGraph & { readonly node: NodeId; readonly with: NodeId | null };
  /** Adds copied nodes; ids and names that are taken are changed. */
  readonly pasteGraph: InGraph & { readonly fragment: GraphFragment };
  /** Puts nodes into a new block, and one instance of it in their place; `inside`: in the graph of this block. */
  readonly makeBlock: BlockWish & { readonly inside?: BlockId };
  /** Puts the layers of a block in the place of one instance. */
  readonly dissolveBlock: InGraph & { readonly node: NodeId };
  /** Adds definitions, with those that they use; known ones stay as they are. */
  readonly addBlocks: { readonly blocks: readonly Block[] };
  /** Removes a definition that nothing uses. */
  readonly removeBlock: { readonly id: BlockId };
  readonly renameBlock: { readonly id: BlockId; readonly name: string };
  /** Makes a parameter of an inner node a parameter of the block; joined to one of that name and type where it exists. */
  readonly exposeParam: {
    readonly block: BlockId;
    readonly node: NodeId;
    readonly param: string;
    readonly as: string;
  };
  /** Takes a parameter from a block: its default holds for all instances. */
  readonly fixParam: { readonly block: BlockId; readonly name: string };
  readonly addNote: InGraph & { readonly note: GraphNote };
  readonly setNote: InGraph & {
    readonly id: string;
    readonly note: Partial<Omit<GraphNote, 'id'>>;
  };
  readonly removeNote: InGraph & { readonly id: string };
  readonly setName: { readonly name: string };
  readonly setSeed: { readonly seed: number };
  readonly setData: { readonly data: Partial<DataRecipe> };
  readonly setTraining: { readonly training: Partial<TrainingRecipe> };
  /** Sets how one output is judged; `null`: not at all. */
  readonly setOutputTraining: { readonly node: NodeId; readonly training: OutputTraining | null };
  /** Several edits as one step, under one label. */
  readonly batch: { readonly label: LocalText; readonly edits: readonly Edit[] };
}

/** Name of an edit. */
type EditType = keyof EditTypes;

/** One change of a document. */
export type Edit = { [Type in EditType]: { readonly type: Type } & EditTypes[Type] }[EditType];

/** How one kind of edit is made, and what the undo menu calls it. */
interface EditHandler<Type extends EditType> {
  apply(document: StrataDocument, edit: EditTypes[Type]): StrataDocument;
  label(edit: EditTypes[Type]): LocalText;
}

/** The handlers of some kinds of edits. */
export type EditHandlers<Type extends EditType> = { readonly [T in Type]: EditHandler<T> };

const batch: EditHandler<'batch'> = {
  apply: (document, { edits }) => edits.reduce(applyEdit, document),
  label: ({ label }) => label,
};

const handlers: EditHandlers<EditType> = {
  ...nodeEdits,
  ...removeEdits,
  ...edgeEdits,
  ...noteEdits,
  ...blockEdits,
  ...dataEdits,
  batch,
};

/**
 * The document after an edit. Pure; what the edit does not touch is the same object as before, and an edit that
 * changes nothing (its node is gone) gives the document itself.
 */
export function applyEdit(document: StrataDocument, edit: Edit): StrataDocument {
  return handlerOf(edit.type).apply(document, edit as never);
}

/** What the undo menu calls an edit: `Change filters`. */
export function editLabel(edit: Edit): LocalText {
  return handlerOf(edit.type).label(edit as never);
}

function handlerOf(type: EditType): EditHandler<never> {
  return handlers[type];
}
