import {
  type PlannedStepOfData,
  planPreparation,
  stepArguments,
} from '#shared/codegen/dataPlan.ts';
import { pascalCase } from '#shared/codegen/identifiers.ts';
import { importLine } from '#shared/codegen/typescript/printFile.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/** Steps' arithmetic around values: `valuesOf(scale(cellsOf(values), 255))`. */
export function stepsExpression(steps: readonly PlannedStepOfData[]): string {
  const cells = steps.reduce((inner, step) => {
    return `${step.definition.kind}(${[inner, ...stepArguments(step)].join(', ')})`;
  }, 'cellsOf(values)');
  return steps.length === 0 ? 'values' : `valuesOf(${cells})`;
}

/** Imports of the arithmetic that steps use. */
export function stepImports(steps: readonly PlannedStepOfData[]): string[] {
  const files = new Set(steps.map(({ definition }) => definition.kind));
  return [...files].map((file) => `import { ${file} } from './arithmetic/${file}.ts';`);
}

/** Names of the functions that prepare the model's inputs, in order; null: an input needs none. */
export function preparationNames(
  document: StrataDocument,
  facts: GraphFacts,
): readonly (string | null)[] {
  const { inputs } = planModel(facts);
  return planPreparation(document, facts).map((steps, index) => {
    const name = pascalCase(inputs[index]?.node.name ?? `input_${index}`);
    return steps.length === 0 ? null : `prepare${name}`;
  });
}

/** Prints `src/prepare.ts`: what raw examples go through on their way to each input. */
export function printPreparation(document: StrataDocument, facts: GraphFacts): string {
  const preparation = planPreparation(document, facts);
  const names = preparationNames(document, facts);
  const functions = preparation.flatMap((steps, index) => {
    const name = names[index] ?? null;
    if (name === null) return [];
    const input = planModel(facts).inputs[index]?.node.name ?? '';
    return [
      `/** Raw values as the input ${input} takes them. */
export function ${name}(values: Values): Values {
  return ${stepsExpression(steps)};
}
`,
    ];
  });
  const imported = [
    ...(functions.length > 0 ? ['cellsOf'] : []),
    ...(names.includes(null) ? ['unchanged'] : []),
    ...(functions.length > 0 ? ['valuesOf'] : []),
    'type Values',
  ];
  const valuesImport = importLine(imported, './examples.ts');
  const list = names.map((name) => name ?? 'unchanged').join(', ');
  return `${[...stepImports(preparation.flat()), valuesImport].join('\n')}

${functions.join('\n')}${functions.length > 0 ? '\n' : ''}/** What raw examples go through on their way to each input, in order. */
export const prepareInputs: readonly ((values: Values) => Values)[] = [${list}];
`;
}
