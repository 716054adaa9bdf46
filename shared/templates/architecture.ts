import type { DataRecipe } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { documentVersion } from '#shared/document/document.ts';
import type { Template, TemplateCategory } from '#shared/document/templates.ts';
import { GraphBuilder } from '#shared/graph/graphBuilder.ts';
import type { Block } from '#shared/graph/graph.ts';
import type { ParamValue } from '#shared/layers/params.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { TrainingRecipe } from '#shared/training/training.ts';

/** A network that is written down as code. */
interface Architecture {
  readonly id: string;
  readonly title: LocalText;
  /** One short sentence. */
  readonly doc: LocalText;
  readonly category?: TemplateCategory;
  /** Blocks that it uses. */
  readonly blocks?: readonly Block[];
  /** Loss of each output, by its name. */
  readonly losses: Readonly<Record<string, string>>;
  /** Metrics of every output. */
  readonly metrics?: readonly string[];
  readonly data?: Partial<DataRecipe>;
  readonly training?: Partial<TrainingRecipe>;
  draw(build: GraphBuilder): void;
}

/** The template of an architecture. Its document is written when it is first asked for, and is the same each time. */
export function architecture(text: Architecture): Template {
  let document: StrataDocument | null = null;
  const { id, title, doc, category = 'architectures' } = text;
  return {
    ...{ id, title, doc, category },
    get document() {
      document ??= documentOf(text);
      return document;
    },
  };
}

function documentOf(text: Architecture): StrataDocument {
  const build = new GraphBuilder();
  text.draw(build);
  const part = (kind: string) => ({ kind, params: {} });
  const outputs = Object.entries(text.losses).map(([name, loss]) => [
    name,
    { loss: part(loss), weight: 1, metrics: (text.metrics ?? []).map(part) },
  ]);
  return {
    format: 'strata',
    version: documentVersion,
    id: `template-${text.id}`,
    name: text.id,
    seed: 42,
    graph: build.graph(),
    blocks: text.blocks ?? [],
    data: { ...emptyRecipe, ...text.data },
    training: {
      outputs: Object.fromEntries(outputs) as TrainingRecipe['outputs'],
      optimizer: { kind: 'adam', params: { learningRate: 0.001 } },
      schedule: null,
      batchSize: 32,
      epochs: 10,
      shuffle: true,
      stopping: null,
      ...text.training,
    },
  };
}

/** The same number along both axes of an image. */
export function square(size: number): ParamValue {
  return [size, size];
}

/** What learns to read the digits of MNIST: the digit as one of ten classes, pixels between 0 and 1. */
export const digits: Partial<DataRecipe> = {
  source: { kind: 'mnist', params: {} },
  steps: [{ kind: 'scale', features: ['image'], params: { divisor: 255 } }],
  split: { ...emptyRecipe.split, validation: 'test', validationFraction: 0.1 },
  bindings: { inputs: { image: ['image'] }, outputs: { digit: 'label' } },
};
