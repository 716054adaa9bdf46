import { planData } from '#shared/codegen/dataPlan.ts';
import type { CarriedFile, PrintedFile, PrintedProject } from '#shared/codegen/printedProject.ts';
import { planTraining } from '#shared/codegen/trainingPlan.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import { dataNeedsSeed, printData } from '#shared/codegen/typescript/printData.ts';
import { printPreparation } from '#shared/codegen/typescript/printPreparation.ts';
import { printReadme } from '#shared/codegen/typescript/printReadme.ts';
import { printTraining, trainingModules } from '#shared/codegen/typescript/printTraining.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { findSourcePrinter } from '#shared/codegen/typescript/sources/index.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { ExportOptions } from '#shared/codegen/exportOptions.ts';

const projectFolder = 'main/engine/formats/project';

/** Exact versions that exported projects are checked with. */
const versions = { tfjs: '4.22.0', typescript: '6.0.3', nodeTypes: '20.19.43' };

/** Prints a TypeScript project for a document without errors; the weights and samples are added by main. */
export function printTypeScriptProject(
  document: StrataDocument,
  facts: GraphFacts,
  options: ExportOptions,
): PrintedProject {
  const model = printTypeScriptModel(document, facts);
  const data = options.trainingCode ? planData(document, facts) : null;
  const training = options.trainingCode ? planTraining(document, facts) : null;
  const source = data === null ? undefined : findSourcePrinter(data.source.kind);
  const files: PrintedFile[] = [
    { path: 'src/model.ts', text: model.text },
    { path: 'src/prepare.ts', text: printPreparation(document, facts) },
    { path: 'tsconfig.json', text: compilerOptions },
    { path: '.gitignore', text: 'dist/\nnode_modules/\n' },
  ];
  const modules = new Set(model.modules);
  let dependencies: Readonly<Record<string, string>> = {};
  let preparation: string | null = null;
  const canTrain = data !== null && source !== undefined && training !== null;
  if (canTrain) {
    const dataText = printData(document, facts, data, source);
    const trainText = printTraining(training, dataNeedsSeed(data, source));
    files.push({ path: 'src/data.ts', text: dataText }, { path: 'src/train.ts', text: trainText });
    for (const name of trainingModules(training)) modules.add(name);
    dependencies = source.dependencies;
    preparation = source.preparation(data.params);
  }
  files.push(
    {
      path: 'package.json',
      text: packageJson(document.name, dependencies, canTrain, options.weights),
    },
    {
      path: 'README.md',
      text: printReadme(document, facts, { ...options, canTrain, preparation }),
    },
  );
  return { files, carried: [...modulesOf(modules), ...carriedBy(files, options.weights)] };
}

const compilerOptions = `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "nodenext",
    "lib": ["ES2022", "DOM"],
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

function carriedBy(files: readonly PrintedFile[], hasWeights: boolean): CarriedFile[] {
  const printed = new Set(files.map(({ path }) => path));
  const wanted = new Map<string, CarriedFile>();
  const add = (path: string) => {
    const target = `src/${path}`;
    if (wanted.has(target) || printed.has(target) || path.startsWith('layers/')) return;
    const { source, needs } = sourceOf(path);
    wanted.set(target, { path: target, source });
    needs.forEach(add);
  };
  add('predict.ts');
  for (const { text } of files) {
    for (const [, path = ''] of text.matchAll(/from '\.\/([^']+)'/gu)) add(path);
  }
  const test = { path: 'test/export.test.ts', source: `${projectFolder}/test/exportTest.ts` };
  return hasWeights ? [...wanted.values(), test] : [...wanted.values()];
}
