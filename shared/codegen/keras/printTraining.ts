import {
  inBrackets,
  inParentheses,
  printCall,
  printValue,
  quote,
} from '#shared/codegen/keras/printCall.ts';
import { pythonImports } from '#shared/codegen/keras/printData.ts';
import { kerasName, kerasSyntax } from '#shared/codegen/keras/kerasSyntax.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import { type Layout, hardLine, indent, onLines, render } from '#shared/codegen/layout.ts';
import type { Chosen, PlannedJudgement, TrainingPlan } from '#shared/codegen/trainingPlan.ts';
import { stoppingIndex } from '#shared/codegen/trainingPlan.ts';
import type { LossDefinition, MetricDefinition } from '#shared/training/catalogue.ts';
import type { Stopping } from '#shared/training/training.ts';

/** Prints `train.py`: compile, fit, evaluate, save. `weighsExamples`: examples count differently. */
export function printKerasTraining(
  plan: TrainingPlan,
  needsSeed: boolean,
  weighsExamples: boolean,
): string {
  const { batchSize, epochs, seed, shuffle } = plan;
  const callbacks = callbacksOf(plan);
  const fit: Layout[] = [
    'inputs',
    'targets',
    ...(weighsExamples ? ['sample_weight=weights'] : []),
    `batch_size=${batchSize}`,
    `epochs=${epochs}`,
    'validation_data=validation',
    ...(shuffle ? [] : ['shuffle=False']),
    ...(callbacks.length > 0 ? [['callbacks=', inBrackets(callbacks)]] : []),
    'verbose=2',
  ];
  const imports = [
    'import keras',
    'from data import load_data',
    'from model import create_model',
    'from weights import save_weights',
  ];
  const layout: Layout = [
    '"""Trains the model and saves its weights."""',
    hardLine,
    hardLine,
    pythonImports(imports)
      .split('\n')
      .flatMap((text): Layout[] => [text, hardLine]),
    schedule(plan),
    hardLine,
    hardLine,
    'def compile_model():',
    indent(onLines(['model = create_model()', compile(plan), 'return model'])),
    hardLine,
    hardLine,
    hardLine,
    'def main():',
    indent(
      onLines([
        `keras.utils.set_random_seed(${seed})`,
        `(inputs, targets${weighsExamples ? ', weights' : ''}), validation, test = load_data(${needsSeed ? seed : ''})`,
        'model = compile_model()',
        ['model.fit', inParentheses(fit)],
        'if test is not None:',
        ...(weighsExamples
          ? [
              '    inputs, targets, weights = test',
              '    values = model.evaluate(',
              '        inputs, targets, sample_weight=weights, verbose=0, return_dict=True',
              '    )',
              '    print("Test:", values)',
            ]
          : ['    print("Test:", model.evaluate(*test, verbose=0, return_dict=True))']),
        'save_weights(model)',
      ]),
    ),
    hardLine,
    hardLine,
    hardLine,
    'if __name__ == "__main__":',
    hardLine,
    '    main()',
  ];
  return render(layout, kerasSyntax.width, kerasSyntax.step).text;
}

function compile({ optimizer, outputs }: TrainingPlan): Layout {
  const [single] = outputs.length === 1 ? outputs : [];
  const losses = outputs.map(({ loss }) => measure(loss));
  const metricsOf = ({ metrics }: PlannedJudgement) => inBrackets(metrics.map(measure));
  const isWeighted = outputs.some(({ weight }) => weight !== 1);
  const args: Layout[] = [
    ['optimizer=', printCall(optimizer.definition.keras(optimizer.params))],
    ['loss=', single === undefined ? inBrackets(losses) : losses],
    ...(isWeighted
      ? [['loss_weights=', inBrackets(outputs.map(({ weight }) => printValue(weight)))]]
      : []),
    ...(outputs.some(({ metrics }) => metrics.length > 0)
      ? [
          [
            'metrics=',
            single === undefined ? inBrackets(outputs.map(metricsOf)) : metricsOf(single),
          ],
        ]
      : []),
  ];
  return ['model.compile', inParentheses(args)];
}

function measure({ definition, params }: Chosen<LossDefinition | MetricDefinition>): Layout {
  const call = definition.keras(params);
  return typeof call === 'string' ? quote(call) : printCall(call);
}

/** The learning rate of each epoch, where a schedule changes it. */
function schedule({ schedule: chosen, learningRate, epochs }: TrainingPlan): Layout {
  if (chosen === null) return '';
  const { definition, params } = chosen;
  const rates = Array.from({ length: epochs }, (_, epoch) => {
    const rate = definition.rate(learningRate, { epoch, step: 0, epochs }, params);
    return printValue(Number(rate.toPrecision(6)));
  });
  return [
    hardLine,
    `# ${definition.title}: the learning rate of each epoch.`,
    hardLine,
    'LEARNING_RATES = ',
    inBrackets(rates),
    hardLine,
  ];
}

function callbacksOf({ schedule: chosen, stopping, outputs }: TrainingPlan): Layout[] {
  const scheduled: Layout[] =
    chosen === null
      ? []
      : [
          [
            'keras.callbacks.LearningRateScheduler',
            inParentheses(['lambda epoch, _: LEARNING_RATES[epoch]']),
          ],
        ];
  if (stopping === null) return scheduled;
  const { isSmallerBetter } = stoppingIndex(stopping, outputs);
  const args: Layout[] = [
    `monitor=${quote(monitorName(stopping, outputs))}`,
    ['min_delta=', printValue(stopping.minDelta)],
    `patience=${stopping.patienceEpochs}`,
    `mode="${isSmallerBetter ? 'min' : 'max'}"`,
    ...(stopping.restoreBestWeights ? ['restore_best_weights=True'] : []),
  ];
  return [...scheduled, ['keras.callbacks.EarlyStopping', inParentheses(args)]];
}

/** Keras's name of a watched value: `val_loss`, `val_accuracy`, with several outputs `val_<layer>_accuracy`. */
function monitorName({ monitor }: Stopping, outputs: readonly PlannedJudgement[]): string {
  const isValidation = /^val[A-Z]/u.test(monitor);
  const key = isValidation ? monitor.charAt(3).toLowerCase() + monitor.slice(4) : monitor;
  const output = outputs.find(({ name }) => key.startsWith(`${name}/`));
  const metric = output === undefined ? key : key.slice(output.name.length + 1);
  const layer = output === undefined ? '' : `${kerasName(output.layer)}_`;
  return `${isValidation ? 'val_' : ''}${layer}${snakeCase(metric)}`;
}
