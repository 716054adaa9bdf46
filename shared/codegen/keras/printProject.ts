import { planData } from '#shared/codegen/dataPlan.ts';
import type { ExportOptions } from '#shared/codegen/exportOptions.ts';
import { kerasDataNeedsSeed, printKerasData } from '#shared/codegen/keras/printData.ts';
import { printKerasModel } from '#shared/codegen/keras/printModel.ts';
import { printKerasPreparation } from '#shared/codegen/keras/printPreparation.ts';
import { printKerasTraining } from '#shared/codegen/keras/printTraining.ts';
import { findKerasSourcePrinter } from '#shared/codegen/keras/sources/index.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { PrintedFile, PrintedProject } from '#shared/codegen/printedProject.ts';
import { commentText, describePlan, shapeText } from '#shared/codegen/text.ts';
import { planTraining } from '#shared/codegen/trainingPlan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

const projectFolder = 'main/engine/formats/kerasProject';

/** A printed Keras project. */
export interface KerasProject extends PrintedProject {
  /** Whether the examples themselves go with it, as `data.npz`. */
  readonly embedsData: boolean;
}

/** Prints a Keras project for a document without errors; the weights and embedded data are added by main. */
export function printKerasProject(
  document: StrataDocument,
  facts: GraphFacts,
  options: ExportOptions,
): KerasProject {
  const data = options.trainingCode ? planData(document, facts) : null;
  const training = options.trainingCode ? planTraining(document, facts) : null;
  const source = data === null ? undefined : findKerasSourcePrinter(data.source.kind);
  const files: PrintedFile[] = [
    { path: 'model.py', text: printKerasModel(document, facts).text },
    { path: 'prepare.py', text: printKerasPreparation(document, facts) },
    { path: 'requirements.txt', text: 'jax\nkeras>=3\nnumpy\n' },
  ];
  let preparation: string | null = null;
  const canTrain = data !== null && training !== null && source !== undefined;
  if (canTrain) {
    files.push({ path: 'data.py', text: printKerasData(facts, data, source) });
    files.push({
      path: 'train.py',
      text: printKerasTraining(training, kerasDataNeedsSeed(data, source)),
    });
    preparation = source.preparation(data.params);
  }
  files.push({
    path: 'README.md',
    text: printReadme(document, facts, canTrain, preparation, options.weights),
  });
  const carried = ['arrays', 'predict', 'weights'].map((name) => ({
    path: `${name}.py`,
    source: `${projectFolder}/${name}.py`,
  }));
  return { files, carried, embedsData: canTrain && source.isEmbedded };
}

function printReadme(
  document: StrataDocument,
  facts: GraphFacts,
  canTrain: boolean,
  preparation: string | null,
  hasWeights: boolean,
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

## Predict

\`\`\`
python predict.py ${example.join(' ')}
\`\`\`

The examples come as NumPy arrays (\`.npy\`), IDX files or JSON lists, a file for each input:

${inputs.join('\n')}

They are as the data source gives them and go through the preparation of the training data (\`prepare.py\`);
\`--prepared\` says that they have gone through it already. The result is JSON.${hasWeights ? '' : ' The weights are read from `weights.npz`, which training writes.'}
${canTrain ? train : ''}`;
}
