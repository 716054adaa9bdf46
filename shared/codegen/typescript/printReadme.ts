import type { ExportOptions } from '#shared/codegen/exportOptions.ts';
import { planModel } from '#shared/codegen/plan.ts';
import { commentText, describePlan, shapeText } from '#shared/codegen/text.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/** What a project's README must know beside the document. */
export interface ReadmeFacts extends ExportOptions {
  readonly canTrain: boolean;
  /** What must be done before training. */
  readonly preparation: string | null;
  /** What raw data is; null: arrays, a file for each input. */
  readonly rawData: { readonly text: string; readonly example: string } | null;
  readonly remarks: readonly string[];
}

/** Prints the README of a TypeScript project. */
export function printReadme(
  document: StrataDocument,
  facts: GraphFacts,
  { weights, canTrain, preparation, rawData, remarks }: ReadmeFacts,
): string {
  const plan = planModel(facts);
  const inputs = plan.inputs.map(({ node, facts: own }) => {
    return `- \`${node.name}\`: n×${shapeText(own.outputs?.[0] ?? [])}`;
  });
  const example = plan.inputs.map(
    (_, index) => `--input examples${plan.inputs.length > 1 ? `-${index + 1}` : ''}.npy`,
  );
  const sections = [
    `# ${commentText(document.name)}

A neural network for TensorFlow.js: ${describePlan(plan, facts)}. Needs Node.js 20 or newer.

\`\`\`
npm install
npm run build
\`\`\`
`,
    rawData === null ? arraysText(inputs, example, weights) : rawText(rawData, inputs, weights),
    ...remarks.map((remark) => `${remark}\n`),
  ];
  if (canTrain) {
    sections.push(`## Train

\`\`\`
npm run train
\`\`\`
${preparation === null ? '' : `\n${preparation}\n`}
Training writes the weights into \`weights/\`. \`--weights FOLDER\` starts from weights that are there already. Initial weights
and dropout are drawn anew each time; the order of the examples follows the seed in \`src/train.ts\`.
`);
  }
  if (weights) {
    sections.push(`## Test

\`npm test\` predicts 32 samples in \`test/samples/\` and compares with what the original model predicted.
`);
  }
  sections.push(`## Speed

\`src/backend.ts\` starts the fastest backend that is installed. Without more packages that is plain JavaScript, which is slow.
\`npm install @tensorflow/tfjs-node@4.22.0\` (or \`@tensorflow/tfjs-node-gpu\`, \`@tensorflow/tfjs-backend-webgpu\`, and for
predictions \`@tensorflow/tfjs-backend-wasm\`) makes it many times faster; nothing in the code has to change.
`);
  return sections.join('\n');
}

const laterWeights = ' The weights are read from `weights/`, which training writes.';

function arraysText(
  inputs: readonly string[],
  example: readonly string[],
  hasWeights: boolean,
): string {
  return `## Predict

\`\`\`
npm run predict -- ${example.join(' ')}
\`\`\`

The examples come as NumPy arrays (\`.npy\`), IDX files or JSON lists, a file for each input:

${inputs.join('\n')}

They are as the data source gives them and go through the preparation of the training data (\`src/prepare.ts\`);
\`--prepared\` says that they have gone through it already. The result is JSON.${hasWeights ? '' : laterWeights}
`;
}

function rawText(
  { text, example }: { readonly text: string; readonly example: string },
  inputs: readonly string[],
  hasWeights: boolean,
): string {
  return `## Predict

\`\`\`
npm run predict -- --input ${example} --output predictions.csv
\`\`\`

The input is ${text}. It goes through the preparation of the training data (\`src/prepare.ts\`), with what that has learned. The
result is a table of an id and the predictions; \`--id COLUMN\` takes the ids from a column, else rows have their numbers, from
1. An output that does not end in \`.csv\`, \`.tsv\` or \`.txt\` is JSON with the numbers that the network gives.${hasWeights ? '' : laterWeights}

With \`--prepared\` the examples are arrays as the network takes them (\`.npy\`, IDX or JSON lists), a file for each input:

${inputs.join('\n')}
`;
}
