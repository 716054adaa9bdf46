import { libraryName } from '#shared/codegen/calls.ts';
import { type Layout, hardLine, indent, onLines } from '#shared/codegen/layout.ts';
import type { Chosen, PlannedJudgement, TrainingPlan } from '#shared/codegen/trainingPlan.ts';
import { stoppingIndex } from '#shared/codegen/trainingPlan.ts';
import {
  inBraces,
  inBrackets,
  printCall,
  printNumber,
  printValue,
  quote,
} from '#shared/codegen/typescript/printCall.ts';
import { format, importLine, sortImports } from '#shared/codegen/typescript/printFile.ts';
import type { Call } from '#shared/layers/call.ts';
import type { LossDefinition, MetricDefinition } from '#shared/training/catalogue.ts';

/**
 * Prints `src/train.ts`: the compiled model, and the loop with what the recipe asks for and nothing else. `loadsLater`: loading
 * the data gives a promise. `weighsExamples`: examples count differently.
 */
export function printTraining(
  plan: TrainingPlan,
  {
    needsSeed,
    loadsLater,
    weighsExamples,
  }: Readonly<Record<'needsSeed' | 'loadsLater' | 'weighsExamples', boolean>>,
): string {
  const { shuffle, batchSize, epochs, seed } = plan;
  return `${sortImports(importsOf(plan)).join('\n')}

${needsSeed || shuffle ? `const seed = ${seed};\n` : ''}const batchSize = ${batchSize};
const epochs = ${epochs};

${printCompile(plan, weighsExamples)}
${printOrder(shuffle)}
${printMain(plan, needsSeed, loadsLater)}
main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
`;
}

/** Layer modules that the training code imports: metrics of ours. */
export function trainingModules(plan: TrainingPlan): string[] {
  const names = plan.outputs.flatMap((output) => {
    return [tfjsOf(output.loss), ...output.metrics.map(tfjsOf)].flatMap((call) => {
      return typeof call === 'string' || call.module === undefined ? [] : [call.module];
    });
  });
  return [...new Set(names)];
}

function importsOf(plan: TrainingPlan): string[] {
  const rate = plan.schedule?.definition.rateFile;
  return [
    "import { parseArgs } from 'node:util';",
    "import * as tf from '@tensorflow/tfjs';",
    "import { startFastestBackend } from './backend.ts';",
    "import { loadData } from './data.ts';",
    "import { describe, evaluate, trainEpoch } from './fit.ts';",
    "import { createModel } from './model.ts';",
    "import { loadWeights, saveWeights } from './weights.ts';",
    ...trainingModules(plan).map((name) => importLine([name], `./layers/${name}.ts`)),
    ...(plan.shuffle
      ? [
          "import { shuffledIndices } from './arithmetic/shuffle.ts';",
          "import { mulberry32 } from './generators/mulberry32.ts';",
        ]
      : []),
    ...(rate === undefined
      ? []
      : [
          "import { setLearningRate } from './learningRate.ts';",
          importLine([rate], `./schedules/${rate}.ts`),
        ]),
    ...(plan.hasConstraints ? ["import { applyConstraints } from './constraints.ts';"] : []),
    ...(plan.stopping === null ? [] : ["import { EarlyStopping } from './earlyStopping.ts';"]),
  ];
}

function tfjsOf({ definition, params }: Chosen<LossDefinition | MetricDefinition>): string | Call {
  return definition.tfjs(params);
}

function printMeasure(measure: string | Call): Layout {
  return typeof measure === 'string' ? quote(measure) : printCall(measure);
}

function printCompile(plan: TrainingPlan, weighsExamples: boolean): string {
  const { optimizer, outputs, isSequential } = plan;
  const [single] = outputs.length === 1 ? outputs : [];
  const losses = outputs.map(({ loss }) => printMeasure(tfjsOf(loss)));
  const settings = inBraces([
    ['optimizer', printCall(optimizer.definition.tfjs(optimizer.params))],
    ['loss', single === undefined ? inBrackets(losses) : losses],
    ...printMetrics(outputs),
  ]);
  const isWeighted = outputs.some(({ weight }) => weight !== 1);
  const weights = outputs.map(({ weight }) => printNumber(weight)).join(', ');
  const weighted: Layout[] = [
    '// tfjs has no weights for losses: each loss function is multiplied by its own.',
    `const lossWeights = [${weights}];`,
    'model.lossFunctions = model.lossFunctions.map((loss, index) => {',
    '  return (target, output) => tf.mul(loss(target, output), lossWeights[index] ?? 1);',
    '});',
  ];
  // A tf.Sequential keeps its loss functions to itself; a model of the same layers shows them.
  const made =
    (isWeighted || weighsExamples) && isSequential
      ? [
          'const { inputs, outputs } = createModel();',
          'const model = tf.model({ inputs, outputs });',
        ]
      : ['const model = createModel();'];
  const body = onLines([
    ...made,
    ['model.compile(', settings, ');'],
    ...(isWeighted ? weighted : []),
    'return model;',
  ]);
  return format([
    '/** The model with its optimizer, loss and metrics. */',
    hardLine,
    'function compileModel(): tf.LayersModel {',
    indent(body),
    hardLine,
    '}',
  ]);
}

function printMetrics(outputs: readonly PlannedJudgement[]): [string, Layout][] {
  const judged = outputs.filter(({ metrics }) => metrics.length > 0);
  const list = ({ metrics }: PlannedJudgement) =>
    metrics.map((metric) => printMeasure(tfjsOf(metric)));
  const [first] = judged;
  if (first === undefined) return [];
  if (outputs.length === 1) return [['metrics', inBrackets(list(first))]];
  const hasSeveral = judged.some(({ metrics }) => metrics.length > 1);
  const byOutput = inBraces(
    judged.map((output) => [
      libraryName(output.layer),
      hasSeveral ? inBrackets(list(output)) : list(output),
    ]),
  );
  // tfjs takes a list for each output, but its type allows one metric only.
  return [['metrics', hasSeveral ? [byOutput, ' as object as Record<string, string>'] : byOutput]];
}

function printOrder(shuffle: boolean): string {
  return shuffle
    ? `/** The order in which an epoch goes through the examples. */
function orderOf(count: number, epoch: number, isShuffled: boolean): Uint32Array {
  return isShuffled
    ? shuffledIndices(count, mulberry32(seed + 1 + epoch))
    : Uint32Array.from({ length: count }, (_, place) => place);
}
`
    : `/** The order in which an epoch goes through the examples: always the same. */
function orderOf(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, place) => place);
}
`;
}

function printMain(plan: TrainingPlan, needsSeed: boolean, loadsLater: boolean): string {
  const { shuffle, stopping, schedule, hasConstraints } = plan;
  const order = (epoch: string) =>
    shuffle ? `orderOf(train.count, ${epoch}, !options['no-shuffle'])` : 'orderOf(train.count)';
  const hooks = [
    ...(schedule === null ? [] : ['beforeStep: (step) => setRate(epoch * stepsPerEpoch + step)']),
    ...(hasConstraints ? ['afterStep: () => applyConstraints(model)'] : []),
  ];
  const epochHooks =
    hooks.length === 0 ? '' : `, {\n${hooks.map((hook) => `      ${hook},\n`).join('')}    }`;
  const trialHooks = [
    ...(schedule === null ? [] : ['      beforeStep: setRate,\n']),
    '      afterStep: (step, values) => {\n',
    ...(hasConstraints ? ['        applyConstraints(model);\n'] : []),
    '        console.log(`Step ${step + 1}: ${describe(model, values)}`);\n      },\n',
  ].join('');
  return `async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      // Weights to start from.
      weights: { type: 'string' },
      // Makes this many steps, tells the values of each, and saves nothing.
      steps: { type: 'string' },
${shuffle ? "      'no-shuffle': { type: 'boolean', default: false },\n" : ''}    },
  });
  console.log(\`Backend: \${await startFastestBackend('training')}\`);
  const model = compileModel();
  if (options.weights !== undefined) loadWeights(model, options.weights);
  const { train, validation, test } = ${loadsLater ? 'await ' : ''}loadData(${needsSeed ? 'seed' : ''});
${printSchedule(plan)}
  if (options.steps !== undefined) {
    const count = Number(options.steps) * batchSize;
    const order = ${order('0')}.subarray(0, count);
    await trainEpoch(model, train, order, batchSize, {
${trialHooks}    });
    return;
  }

${printStoppingStart(plan)}  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = ${order('epoch')};
    const trained = await trainEpoch(model, train, order, batchSize${epochHooks});
    const validated = validation === null ? null : await evaluate(model, validation, batchSize);
    const remark = validated === null ? '' : \`; validation: \${describe(model, validated)}\`;
    console.log(\`Epoch \${epoch + 1} of \${epochs}: \${describe(model, trained)}\${remark}\`);
${printStoppingStep(plan)}  }
${stopping?.restoreBestWeights === true ? '  if (best.length > 0) model.setWeights(best);\n' : ''}  if (test !== null) {
    console.log(\`Test: \${describe(model, await evaluate(model, test, batchSize))}\`);
  }
  await saveWeights(model);
}
`;
}

function printSchedule({ schedule, learningRate }: TrainingPlan): string {
  if (schedule === null) return '';
  const { definition, params } = schedule;
  const settings = inBraces(
    Object.entries(params).map(([name, value]) => [name, printValue(value as never)]),
  );
  const call: Layout = [
    `const rate = ${definition.rateFile}(${printNumber(learningRate)}, place, `,
    settings,
    ');',
  ];
  return `
${format(
  indent([
    hardLine,
    'const stepsPerEpoch = Math.ceil(train.count / batchSize);',
    hardLine,
    'const setRate = (step: number): void => {',
    indent(
      onLines([
        'const place = { epoch: step / stepsPerEpoch, step, epochs };',
        call,
        'setLearningRate(model.optimizer, rate);',
      ]),
    ),
    hardLine,
    '};',
  ]),
).replace(/^\n/u, '')}`;
}

function printStoppingStart({ stopping, outputs }: TrainingPlan): string {
  if (stopping === null) return '';
  const { isSmallerBetter } = stoppingIndex(stopping, outputs);
  return `  const stopping = new EarlyStopping({
    isSmallerBetter: ${isSmallerBetter},
    minDelta: ${printNumber(stopping.minDelta)},
    patienceEpochs: ${stopping.patienceEpochs},
  });
${stopping.restoreBestWeights ? '  let best: tf.Tensor[] = [];\n' : ''}`;
}

function printStoppingStep({ stopping, outputs }: TrainingPlan): string {
  if (stopping === null) return '';
  const { index, isValidation } = stoppingIndex(stopping, outputs);
  const watched = isValidation ? '(validated ?? trained)' : 'trained';
  const isBest = `stopping.isBest(${watched}[${index}] ?? NaN)`;
  return stopping.restoreBestWeights
    ? `    if (${isBest}) {
      tf.dispose(best);
      best = model.getWeights().map((weight) => weight.clone());
    }
    if (stopping.isOver) break;
`
    : `    ${isBest};
    if (stopping.isOver) break;
`;
}
