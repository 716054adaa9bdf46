import { planData } from '#shared/codegen/dataPlan.ts';
import type { ExportOptions } from '#shared/codegen/exportOptions.ts';
import { kerasDataNeedsSeed, printKerasData } from '#shared/codegen/keras/printData.ts';
import { printKerasModel } from '#shared/codegen/keras/printModel.ts';
import { printKerasPreparation } from '#shared/codegen/keras/printPreparation.ts';
import { printKerasTraining } from '#shared/codegen/keras/printTraining.ts';
import { findKerasSourcePrinter } from '#shared/codegen/keras/sources/index.ts';
import { printKerasRowsData } from '#shared/codegen/keras/rows/printData.ts';
import { printKerasRowsPreparation } from '#shared/codegen/keras/rows/printPreparation.ts';
import { printKerasRowsSource } from '#shared/codegen/keras/rows/printSource.ts';
import { findKerasRowsPrinter } from '#shared/codegen/keras/rows/sources/index.ts';
import { LearnedValues } from '#shared/codegen/learnedValues.ts';
import {
  type ProjectData,
  augmentationRemark,
  bareRemark,
  planProjectData,
  rowsRemarks,
  weighsExamples,
} from '#shared/codegen/projectData.ts';
import { divisionOf } from '#shared/codegen/rowsDivision.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { CarriedFile, PrintedFile, PrintedProject } from '#shared/codegen/printedProject.ts';
import { commentText, describePlan, shapeText } from '#shared/codegen/text.ts';
import { type TrainingPlan, planTraining } from '#shared/codegen/trainingPlan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

const projectFolder = 'main/engine/formats/kerasProject';

/** A printed Keras project. */
export interface KerasProject extends PrintedProject {
  /** Whether the examples themselves go with it, as `data.npz`. */
  readonly embedsData: boolean;
}

/**
 * Prints a Keras project for a document without errors; the weights and embedded data are added by main. `fitted`: what the
 * steps of its data have learned; null: it is not known.
 */
export function printKerasProject(
  document: StrataDocument,
  facts: GraphFacts,
  options: ExportOptions,
  fitted: FittedRecipe | null = null,
): KerasProject {
  const training = options.trainingCode ? planTraining(document, facts) : null;
  const given = planProjectData(document, facts, fitted, {
    arrays: (kind) => findKerasSourcePrinter(kind) !== undefined,
    rows: (kind) => findKerasRowsPrinter(kind) !== undefined,
  });
  const data = dataPrinters[given.kind](document, facts, given, training);
  const model = printKerasModel(document, facts);
  const files: PrintedFile[] = [
    { path: 'model.py', text: model.text },
    ...data.files,
    {
      path: 'requirements.txt',
      text: [...data.requirements, 'jax', 'keras>=3', 'numpy'].sort().join('\n').concat('\n'),
    },
  ];
  const { needsSeed } = data;
  const canTrain = training !== null && needsSeed !== null;
  if (canTrain) {
    const text = printKerasTraining(training, needsSeed, weighsExamples(given));
    files.push({ path: 'train.py', text });
  }
  files.push({
    path: 'README.md',
    text: printReadme(document, facts, { ...data, canTrain, hasWeights: options.weights }),
  });
  const carried = [
    { path: 'predict.py', source: given.kind === 'rows' ? 'predict_rows' : 'predict' },
    ...['arrays', 'weights', ...carriedFor(files, given.kind === 'rows')].map((name) => ({
      path: `${name}.py`,
      source: name,
    })),
  ].map(({ path, source }) => ({ path, source: `${projectFolder}/${source}.py` }));
  return {
    files,
    carried: [...carried, ...layersOf(model.modules), ...arithmeticOf(files)],
    embedsData: canTrain && data.isEmbedded,
    embedded: data.embedded,
  };
}

/** What our own files import of each other. */
const needs: Readonly<Record<string, readonly string[]>> = {
  coco: ['files'],
  outputs: ['tables'],
  parts: ['columns'],
  paths: ['pictures'],
  picture_boxes: ['files', 'pictures'],
  tables: ['dates'],
  voc: ['pictures'],
};

/** Names of our own files that printed ones import, with those that these import. */
function carriedFor(files: readonly PrintedFile[], isOfRows: boolean): readonly string[] {
  const printed = new Set(files.map(({ path }) => path.replace(/\.py$/u, '')));
  const found = new Set<string>();
  const add = (name: string) => {
    if (!ours.has(name) || printed.has(name) || found.has(name)) return;
    found.add(name);
    needs[name]?.forEach(add);
  };
  for (const { text } of files) {
    for (const [, name = ''] of text.matchAll(/^from (\w+) import/gmu)) add(name);
  }
  if (isOfRows) ['columns', 'outputs'].forEach(add);
  return [...found];
}

const ours: ReadonlySet<string> = new Set([
  ...[
    'columns',
    'dates',
    'embedded',
    'files',
    'outputs',
    'parts',
    'paths',
    'pictures',
    'random_numbers',
    'recordings',
    'splits',
    'tables',
  ],
  ...['texts', 'windows', 'picture_boxes', 'coco', 'voc', 'yolo'],
]);

/** Files of layers that Keras lacks. */
function layersOf(modules: readonly string[]): CarriedFile[] {
  return modules.map((name) => ({
    path: `custom_layers/${name}.py`,
    source: `main/engine/layers/python/${name}.py`,
  }));
}

/** Files of the steps' arithmetic that printed files import; what these import is added by main. */
function arithmeticOf(files: readonly PrintedFile[]): CarriedFile[] {
  const names = new Set(
    files.flatMap(({ text }) =>
      [...text.matchAll(/^from arithmetic\.(\w+) import/gmu)].map(([, name = '']) => name),
    ),
  );
  return [...names].map((name) => ({
    path: `arithmetic/${name}.py`,
    source: `shared/data/python/${name}.py`,
  }));
}

/** What a project has of its data. */
interface PrintedData {
  readonly files: readonly PrintedFile[];
  /** Whether loading takes a seed; null: the project cannot train. */
  readonly needsSeed: boolean | null;
  readonly isEmbedded: boolean;
  /** Columns that go with it as `data.json`. */
  readonly embedded: readonly string[] | null;
  readonly requirements: readonly string[];
  /** What must be done before training. */
  readonly preparation: string | null;
  /** What raw data is; null: arrays, a file for each input. */
  readonly rawData: { readonly text: string; readonly example: string } | null;
  /** What the README says besides. */
  readonly remarks: readonly string[];
}

type DataPrinter = (
  document: StrataDocument,
  facts: GraphFacts,
  data: ProjectData,
  training: TrainingPlan | null,
) => PrintedData;

const nothing = {
  files: [],
  needsSeed: null,
  isEmbedded: false,
  embedded: null,
  requirements: [],
  preparation: null,
  rawData: null,
  remarks: [],
};

const dataPrinters: Readonly<Record<ProjectData['kind'], DataPrinter>> = {
  arrays: (document, facts, _data, training) => {
    const prepare = { path: 'prepare.py', text: printKerasPreparation(document, facts) };
    const data = training === null ? null : planData(document, facts);
    const source = data === null ? undefined : findKerasSourcePrinter(data.source.kind);
    if (data === null || source === undefined) return { ...nothing, files: [prepare] };
    return {
      ...nothing,
      files: [prepare, { path: 'data.py', text: printKerasData(facts, data, source) }],
      needsSeed: kerasDataNeedsSeed(data, source),
      isEmbedded: source.isEmbedded,
      preparation: source.preparation(data.params),
      remarks: augmentationRemark(document.data.augmentations.length > 0),
    };
  },
  rows: (_document, _facts, data, training) => {
    const plan = data.kind === 'rows' ? data.plan : null;
    const given = findKerasRowsPrinter(plan?.source.kind ?? '');
    if (plan === null || given === undefined) return nothing;
    const learned = new LearnedValues();
    const { features } = plan;
    const { printer, params } = given.unpacked?.(plan.params, features) ?? {
      printer: given,
      params: plan.params,
    };
    const canRead = printer.printSource(params, features) !== null;
    const own = training !== null && canRead ? plan.training : null;
    const hasTest = printer.hasTest(params);
    const files: PrintedFile[] = [];
    if (own !== null) {
      files.push({ path: 'data.py', text: printKerasRowsData(plan, own, hasTest, learned) });
    }
    files.push(
      { path: 'prepare.py', text: printKerasRowsPreparation(plan, learned) },
      {
        path: 'source.py',
        text: printKerasRowsSource({ params, features }, printer, own !== null),
      },
    );
    if (learned.entries.length > 0) files.push({ path: 'preparation.json', text: learned.text });
    return {
      ...nothing,
      files,
      needsSeed: own === null ? null : divisionOf(own, hasTest).isRandom,
      embedded: own !== null && printer.isEmbedded ? own.columns : null,
      requirements: printer.requirements,
      preparation: printer.preparation(params),
      rawData: { text: printer.input(features), example: printer.example },
      remarks: [
        ...(printer.remarks?.(params) ?? []),
        ...rowsRemarks(plan, training !== null && !canRead, own, 'data.py'),
      ],
    };
  },
  bare: (document, facts) => {
    const unprepared = { ...document, data: { ...document.data, steps: [] } };
    const text = `# ${bareRemark}\n${printKerasPreparation(unprepared, facts)}`;
    return { ...nothing, files: [{ path: 'prepare.py', text }], remarks: [bareRemark] };
  },
};

/** What the README of a project is told. */
type ReadmeFacts = Pick<PrintedData, 'preparation' | 'rawData' | 'remarks'> & {
  readonly canTrain: boolean;
  readonly hasWeights: boolean;
};

function printReadme(
  document: StrataDocument,
  facts: GraphFacts,
  { canTrain, preparation, hasWeights, rawData, remarks }: ReadmeFacts,
): string {
  const plan = planModel(facts);
  const inputs = plan.inputs.map(({ node, facts: own }) => {
    return `- \`${node.name}\`: n×${shapeText(own.outputs?.[0] ?? [])}`;
  });
  const example = plan.inputs.map((_, index) => {
    return `--input examples${plan.inputs.length > 1 ? `-${index + 1}` : ''}.npy`;
  });
  const train = `
## Train

\`\`\`
python train.py
\`\`\`
${preparation === null ? '' : `\n${preparation}\n`}
Training writes \`weights.npz\`. Keras draws initial weights and the order of the examples from its own random numbers, so
the course of training is not the same as in the program that exported this network.
`;
  return `# ${commentText(document.name)}

A neural network for Keras 3: ${describePlan(plan, facts)}. \`requirements.txt\` names JAX as the backend; TensorFlow and
PyTorch serve as well (environment variable \`KERAS_BACKEND\`).

\`\`\`
pip install -r requirements.txt
\`\`\`

${rawData === null ? arraysText(inputs, example) : rawText(rawData, inputs)}${hasWeights ? '' : '\nThe weights are read from `weights.npz`, which training writes.\n'}${remarks.map((remark) => `\n${remark}\n`).join('')}${canTrain ? train : ''}`;
}

function arraysText(inputs: readonly string[], example: readonly string[]): string {
  return `## Predict

\`\`\`
python predict.py ${example.join(' ')}
\`\`\`

The examples come as NumPy arrays (\`.npy\`), IDX files or JSON lists, a file for each input:

${inputs.join('\n')}

They are as the data source gives them and go through the preparation of the training data (\`prepare.py\`);
\`--prepared\` says that they have gone through it already. The result is JSON.
`;
}

function rawText(
  { text, example }: { readonly text: string; readonly example: string },
  inputs: readonly string[],
): string {
  return `## Predict

\`\`\`
python predict.py --input ${example} --output predictions.csv
\`\`\`

The input is ${text}. It goes through the preparation of the training data (\`prepare.py\`), with what that has learned. The
result is a table of an id and the predictions; \`--id COLUMN\` takes the ids from a column, else rows have their numbers, from
1. An output that does not end in \`.csv\`, \`.tsv\` or \`.txt\` is JSON with the numbers that the network gives.

With \`--prepared\` the examples are arrays as the network takes them (\`.npy\`, IDX or JSON lists), a file for each input:

${inputs.join('\n')}
`;
}
