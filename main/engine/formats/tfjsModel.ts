import { compareOutputs } from '#main/engine/formats/compareOutputs.ts';
import type { ExportContext, Format, OutputFile } from '#main/engine/formats/format.ts';
import { encodeLayersModel, loadLayersModel } from '#main/engine/formats/layersModel.ts';
import { sourceText } from '#main/engine/formats/sourceText.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { ok } from '#shared/problems/problem.ts';
import * as tf from '@tensorflow/tfjs';

/** One saved model in tfjs's own format, with the layers of ours that are in it. */
export const tfjsModel: Format = {
  id: 'tfjs',
  async files(context) {
    const { json, weights } = await encodeLayersModel(context.model);
    return ok([
      { path: 'model.json', content: json },
      { path: 'weights.bin', content: weights },
      ...ownLayers(context, json),
    ]);
  },
  async verify(folder, { samples }, report) {
    report('running', 0);
    const loaded = await loadLayersModel(folder);
    if (!loaded.ok) return { kind: 'failed', problem: loaded.problem };
    const outputs = tf.tidy(() => {
      const inputs = samples.inputs.map(({ values, shape }, index) =>
        tf.tensor(values, [...shape], loaded.value.inputs[index]?.dtype ?? 'float32'),
      );
      const result = loaded.value.predict(inputs);
      return (Array.isArray(result) ? result : [result]).map((output) => tf.keep(output));
    });
    report('comparing', 0.9);
    const given = await Promise.all(
      outputs.map(async (output) => ({ shape: output.shape, values: await output.data() })),
    );
    tf.dispose(outputs);
    loaded.value.dispose();
    return compareOutputs(samples.outputs, given);
  },
};

/** Modules whose classes the saved model names: tfjs can read it once they are imported. */
function ownLayers({ document, facts }: ExportContext, json: string): readonly OutputFile[] {
  const files = printTypeScriptModel(document, facts)
    .modules.map((name) => ({
      path: `layers/${name}.ts`,
      content: sourceText(`main/engine/layers/${name}.ts`),
    }))
    .filter(({ content }) =>
      [...content.matchAll(/ className: string = '(\w+)';/g)].some(([, className = '']) =>
        json.includes(`"class_name":"${className}"`),
      ),
    );
  if (files.length === 0) return [];
  const imports = files.map(({ path }) => `import './${path}';`).join('\n');
  const content = `# Before the model is loaded

It holds layers that tf.layers lacks or gets wrong. Import them first:

\`\`\`ts
import * as tf from '@tensorflow/tfjs';
${imports}

const model = await tf.loadLayersModel(url); // of model.json
\`\`\`
`;
  return [...files, { path: 'README.md', content }];
}
