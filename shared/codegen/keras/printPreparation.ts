import { type PlannedStepOfData, planPreparation } from '#shared/codegen/dataPlan.ts';
import { snakeCase } from '#shared/codegen/identifiers.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/** Steps of arrays as Python. */
const kerasSteps: Readonly<
  Record<string, (values: string, param: (name: string) => string) => string>
> = {
  scale: (values, param) => `${values} / ${param('divisor')}`,
  oneHot: (values, param) => `keras.utils.to_categorical(${values}, ${param('classes')})`,
};

/** Steps around a value: `values / 255`. */
export function stepsExpression(steps: readonly PlannedStepOfData[], values: string): string {
  return steps.reduce((inner, { definition, params }, index) => {
    const print = kerasSteps[definition.kind];
    const argument = index > 0 && inner.includes(' ') ? `(${inner})` : inner;
    const param = (name: string) => JSON.stringify(params[name] ?? null);
    return print === undefined ? inner : print(argument, param);
  }, values);
}

/** Names of the functions that prepare the model's inputs, in order. */
export function kerasPreparationNames(facts: GraphFacts): readonly string[] {
  return planModel(facts).inputs.map(({ node }) => `prepare_${snakeCase(node.name)}`);
}

/** Prints `prepare.py`: what raw examples go through on their way to each input. */
export function printKerasPreparation(document: StrataDocument, facts: GraphFacts): string {
  const names = kerasPreparationNames(facts);
  const preparation = planPreparation(document, facts);
  const functions = preparation.map((steps, index) => {
    return `def ${names[index] ?? 'prepare'}(values):
    return ${stepsExpression(steps, 'values')}
`;
  });
  const needsKeras = functions.some((text) => text.includes('keras.'));
  return `"""What raw examples go through on their way to each input of the model."""
${needsKeras ? '\nimport keras\n' : ''}
${functions.map((text) => `\n${text}\n`).join('')}
# For each input, in order.
prepare_inputs = [${names.join(', ')}]
`;
}
