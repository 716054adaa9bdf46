import { planData } from '#shared/codegen/dataPlan.ts';
import { LearnedValues } from '#shared/codegen/learnedValues.ts';
import {
  type ProjectData,
  augmentationRemark,
  bareRemark,
  planProjectData,
  rowsRemarks,
  weighsExamples,
} from '#shared/codegen/projectData.ts';
import type { CarriedFile, PrintedFile, PrintedProject } from '#shared/codegen/printedProject.ts';
import { type TrainingPlan, planTraining } from '#shared/codegen/trainingPlan.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import { dataNeedsSeed, printData } from '#shared/codegen/typescript/printData.ts';
import { printPreparation } from '#shared/codegen/typescript/printPreparation.ts';
import { printReadme } from '#shared/codegen/typescript/printReadme.ts';
import { printTraining, trainingModules } from '#shared/codegen/typescript/printTraining.ts';
import { divisionOf } from '#shared/codegen/rowsDivision.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { printRowsData } from '#shared/codegen/typescript/rows/printData.ts';
import { printRowsPreparation } from '#shared/codegen/typescript/rows/printPreparation.ts';
import { printRowsSource } from '#shared/codegen/typescript/rows/printSource.ts';
import { findRowsPrinter } from '#shared/codegen/typescript/rows/sources/index.ts';
import { findSourcePrinter } from '#shared/codegen/typescript/sources/index.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { ExportOptions } from '#shared/codegen/exportOptions.ts';

const projectFolder = 'main/engine/formats/project';

/** Exact versions that exported projects are checked with. */
const versions = { tfjs: '4.22.0', typescript: '6.0.3', nodeTypes: '20.19.43' };

/**
 * Prints a TypeScript project for a document without errors; the weights and samples are added by main. `fitted`: what the
 * steps of its data have learned; null: it is not known.
 */
export function printTypeScriptProject(
  document: StrataDocument,
  facts: GraphFacts,
  options: ExportOptions,
  fitted: FittedRecipe | null = null,
): PrintedProject {
  const model = printTypeScriptModel(document, facts);
  const training = options.trainingCode ? planTraining(document, facts) : null;
  const given = planProjectData(document, facts, fitted, {
    arrays: (kind) => findSourcePrinter(kind) !== undefined,
    rows: (kind) => findRowsPrinter(kind) !== undefined,
  });
  const { files: dataFiles, ...data } = dataPrinters[given.kind](document, facts, given, training);
  const files: PrintedFile[] = [
    { path: 'src/model.ts', text: model.text },
    ...dataFiles,
    { path: 'tsconfig.json', text: compilerOptions },
    { path: '.gitignore', text: 'dist/\nnode_modules/\n' },
  ];
  const modules = new Set(model.modules);
  const { needsSeed } = data;
  const canTrain = needsSeed !== null && training !== null;
  if (canTrain) {
    const text = printTraining(training, {
      needsSeed,
      loadsLater: given.kind === 'rows',
      weighsExamples: weighsExamples(given),
    });
    files.push({ path: 'src/train.ts', text });
    for (const name of trainingModules(training)) modules.add(name);
  }
  files.push(
    {
      path: 'package.json',
      text: packageJson(document.name, data.dependencies, canTrain, options.weights),
    },
    {
      path: 'README.md',
      text: printReadme(document, facts, { ...options, ...data, canTrain }),
    },
  );
  const predict = given.kind === 'rows' ? 'predictRows.ts' : 'predict.ts';
  return {
    files,
    carried: [...modulesOf(modules), ...carriedBy(files, predict, options.weights)],
    embedded: data.embedded,
  };
}

/** What a project has of its data. */
interface PrintedData {
  readonly files: readonly PrintedFile[];
  /** Whether loading takes a seed; null: the project cannot train. */
  readonly needsSeed: boolean | null;
  readonly dependencies: Readonly<Record<string, string>>;
  /** Columns that go with it. */
  readonly embedded: readonly string[] | null;
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
  needsSeed: null,
  embedded: null,
  dependencies: {},
  preparation: null,
  rawData: null,
};

const dataPrinters: Readonly<Record<ProjectData['kind'], DataPrinter>> = {
  arrays: (document, facts, _data, training) => {
    const prepare = { path: 'src/prepare.ts', text: printPreparation(document, facts) };
    const data = training === null ? null : planData(document, facts);
    const source = data === null ? undefined : findSourcePrinter(data.source.kind);
    if (data === null || source === undefined) return { ...nothing, files: [prepare], remarks: [] };
    const text = printData(document, facts, data, source);
    return {
      ...nothing,
      files: [prepare, { path: 'src/data.ts', text }],
      needsSeed: dataNeedsSeed(data, source),
      dependencies: source.dependencies,
      preparation: source.preparation(data.params),
      remarks: augmentationRemark(document.data.augmentations.length > 0),
    };
  },
  rows: (_document, _facts, data, training) => {
    const plan = data.kind === 'rows' ? data.plan : null;
    const given = findRowsPrinter(plan?.source.kind ?? '');
    if (plan === null || given === undefined) return { ...nothing, files: [], remarks: [] };
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
      files.push({ path: 'src/data.ts', text: printRowsData(plan, own, hasTest, learned) });
    }
    files.push(
      { path: 'src/prepare.ts', text: printRowsPreparation(plan, learned) },
      { path: 'src/source.ts', text: printRowsSource({ params, features }, printer, own !== null) },
    );
    if (learned.entries.length > 0) files.push({ path: 'preparation.json', text: learned.text });
    return {
      files,
      needsSeed: own === null ? null : divisionOf(own, hasTest).isRandom,
      embedded: own !== null && printer.isEmbedded ? own.columns : null,
      dependencies: printer.dependencies,
      preparation: printer.preparation(params),
      rawData: { text: printer.input(features), example: printer.example },
      remarks: rowsRemarks(plan, training !== null && !canRead, own, 'src/data.ts'),
    };
  },
  bare: (document, facts) => {
    const unprepared = { ...document, data: { ...document.data, steps: [] } };
    const text = `// ${bareRemark}\n${printPreparation(unprepared, facts)}`;
    return { ...nothing, files: [{ path: 'src/prepare.ts', text }], remarks: [bareRemark] };
  },
};

const compilerOptions = `{
  "compilerOptions": {
    "target": "ES2023",
    "module": "nodenext",
    "lib": ["ES2023", "DOM"],
    "types": ["node"],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "rewriteRelativeImportExtensions": true,
    "skipLibCheck": true,
    "rootDir": ".",
    "outDir": "dist"
  },
  "include": ["src", "test"]
}
`;

function packageJson(
  name: string,
  dependencies: Readonly<Record<string, string>>,
  canTrain: boolean,
  hasWeights: boolean,
): string {
  const content = {
    name:
      snakeCase(name)
        .replace(/[^a-z0-9_]/gu, '')
        .replace(/^_+/u, '') || 'model',
    version: '1.0.0',
    private: true,
    type: 'commonjs',
    engines: { node: '>=20' },
    scripts: {
      build: 'tsc',
      ...(canTrain ? { train: 'npm run build && node dist/src/train.js' } : {}),
      predict: 'node dist/src/predict.js',
      ...(hasWeights ? { test: 'npm run build && node --test dist/test/export.test.js' } : {}),
    },
    dependencies: sorted({ '@tensorflow/tfjs': versions.tfjs, ...dependencies }),
    devDependencies: { '@types/node': versions.nodeTypes, typescript: versions.typescript },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function sorted(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function modulesOf(modules: ReadonlySet<string>): CarriedFile[] {
  return [...modules].map((name) => ({
    path: `src/layers/${name}.ts`,
    source: `main/engine/layers/${name}.ts`,
  }));
}

/** What files of `src` import, and what those import in turn, beside the files that are printed. */
const project = (name: string, ...needs: string[]) => ({
  source: `${projectFolder}/src/${name}.ts`,
  needs,
});
const shared = (path: string) => ({ source: `shared/${path}.ts`, needs: [] as string[] });

function sourceOf(path: string): { readonly source: string; readonly needs: readonly string[] } {
  const known: Readonly<Record<string, ReturnType<typeof project>>> = {
    'arrays.ts': project('arrays'),
    'backend.ts': project('backend'),
    'constraints.ts': project('constraints'),
    'earlyStopping.ts': project('earlyStopping'),
    'examples.ts': project('examples', 'arrays.ts'),
    'fit.ts': project('fit', 'examples.ts'),
    'folders.ts': project('folders'),
    'predict.ts': project('predict', 'arrays.ts', 'backend.ts', 'examples.ts', 'weights.ts'),
    'cells.ts': project('cells', 'arithmetic/cells.ts', 'arrays.ts', 'examples.ts'),
    'dates.ts': project('dates'),
    'embedded.ts': project(
      'embedded',
      'arithmetic/cells.ts',
      'arrays.ts',
      'cells.ts',
      'folders.ts',
    ),
    'files.ts': project('files', 'arithmetic/cells.ts', 'cells.ts'),
    'learned.ts': project('learned', 'folders.ts'),
    'paths.ts': project('paths', 'arithmetic/cells.ts', 'cells.ts', 'pictures.ts'),
    'pictureBoxes.ts': project('pictureBoxes', 'cells.ts', 'files.ts', 'pictures.ts'),
    'coco.ts': project('coco', 'files.ts'),
    'voc.ts': project('voc', 'pictures.ts'),
    'yolo.ts': project('yolo'),
    'pictures.ts': project('pictures', 'arithmetic/cells.ts'),
    'recordings.ts': project('recordings', 'arithmetic/cells.ts'),
    'parts.ts': project('parts', 'arithmetic/cells.ts', 'cells.ts'),
    'texts.ts': project('texts', 'arithmetic/cells.ts'),
    'outputs.ts': project('outputs', 'arithmetic/cells.ts', 'tables.ts'),
    'predictRows.ts': project(
      'predictRows',
      ...['arrays.ts', 'backend.ts', 'cells.ts', 'outputs.ts', 'weights.ts'],
    ),
    'tables.ts': project('tables', 'arithmetic/cells.ts', 'cells.ts', 'dates.ts'),
    'windows.ts': project('windows', 'arithmetic/cells.ts', 'arrays.ts'),
    'weights.ts': project('weights', 'folders.ts'),
    'learningRate.ts': { source: 'main/engine/compile/learningRate.ts', needs: [] },
  };
  const own = known[path];
  if (own !== undefined) return own;
  const [folder = '', name = ''] = path.replace(/\.ts$/u, '').split('/');
  const rooms: Readonly<Record<string, string>> = {
    arithmetic: 'data/arithmetic',
    generators: 'data/generators',
    schedules: 'training/schedules/rates',
  };
  const file = shared(`${rooms[folder] ?? folder}/${name}`);
  const isStep = folder === 'arithmetic' && !['cells', 'shuffle', 'split'].includes(name);
  return isStep ? { ...file, needs: ['arithmetic/cells.ts'] } : file;
}

function carriedBy(
  files: readonly PrintedFile[],
  predict: 'predict.ts' | 'predictRows.ts',
  hasWeights: boolean,
): CarriedFile[] {
  const printed = new Set(files.map(({ path }) => path));
  const wanted = new Map<string, CarriedFile>();
  const add = (path: string) => {
    const target = `src/${path === predict ? 'predict.ts' : path}`;
    if (wanted.has(target) || printed.has(target) || path.startsWith('layers/')) return;
    const { source, needs } = sourceOf(path);
    wanted.set(target, { path: target, source });
    needs.forEach(add);
  };
  add(predict);
  for (const { text } of files) {
    for (const [, path = ''] of text.matchAll(/from '\.\/([^']+)'/gu)) add(path);
  }
  const test = { path: 'test/export.test.ts', source: `${projectFolder}/test/exportTest.ts` };
  return hasWeights ? [...wanted.values(), test] : [...wanted.values()];
}
