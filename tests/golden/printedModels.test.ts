import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { documents, fullRecipe, templateOf, twoOutputs } from './documents.ts';
import { printKerasModel } from '#shared/codegen/keras/printModel.ts';
import { printKerasProject } from '#shared/codegen/keras/printProject.ts';
import { printTypeScriptModel } from '#shared/codegen/typescript/printModel.ts';
import { printTypeScriptProject } from '#shared/codegen/typescript/printProject.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

/**
 * Compares with a file of tests/golden/expected, which a person reads and commits. `STRATA_WRITE_GOLDEN=1` writes them
 * anew after a change that is meant.
 */
function expectFile(name: string, text: string): void {
  const file = fileURLToPath(new URL(`expected/${name}`, import.meta.url));
  if (process.env['STRATA_WRITE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

function factsOf(document: StrataDocument) {
  return inferGraph(document.graph, document.blocks);
}

const all = { ...documents, ...Object.fromEntries(templates.map((t) => [t.id, t.document])) };
const everything = { weights: true, trainingCode: true };

describe.each(Object.entries(all))('the model of %s', (id, document) => {
  test('as TypeScript, as prettier would write it', async () => {
    const { text } = printTypeScriptModel(document, factsOf(document));
    expectFile(`${id}.model.ts.txt`, text);
    const options = { parser: 'typescript', printWidth: 100, singleQuote: true };
    expect(await format(text, options)).toBe(text);
  });

  test('as Keras', () => {
    expectFile(`${id}.model.py.txt`, printKerasModel(document, factsOf(document)).text);
  });

  test('names the lines of every node', () => {
    const facts = factsOf(document);
    for (const { text, lines } of [
      printTypeScriptModel(document, facts),
      printKerasModel(document, facts),
    ]) {
      const rows = text.split('\n');
      for (const { id: nodeId, kind, name } of document.graph.nodes) {
        if (kind === 'output') continue;
        const { from, to } = lines.get(nodeId) ?? { from: 0, to: 0 };
        expect(from).toBeGreaterThan(0);
        const isInChain = kind === 'inputLayer' && text.includes('tf.sequential(');
        if (!isInChain) expect(rows.slice(from - 1, to).join('\n')).toContain(name);
      }
    }
  });
});

describe('the TypeScript project', () => {
  test.each(templates.map(({ id }) => id))('of %s is as prettier would write it', async (id) => {
    const document = templateOf(id);
    const { files } = printTypeScriptProject(document, factsOf(document), everything);
    for (const { path, text } of files.filter((file) => /\.(ts|json)$/.test(file.path))) {
      const options = { filepath: path, printWidth: 100, singleQuote: true };
      expect(await format(text, options)).toBe(text);
    }
  });

  test.each(['mnist-cnn', 'two-inputs'])('of %s', (id) => {
    const document = templateOf(id);
    const { files } = printTypeScriptProject(document, factsOf(document), everything);
    for (const { path, text } of files.filter((file) =>
      /(data|prepare|train)\.ts$/.test(file.path),
    )) {
      expectFile(`${id}.${path.replace('src/', '')}.txt`, text);
    }
  });

  test('of everything a recipe can ask for', async () => {
    for (const document of [fullRecipe(), twoOutputs()]) {
      const text = fileOf(document, 'src/train.ts');
      const options = { parser: 'typescript', printWidth: 100, singleQuote: true };
      expect(await format(text, options)).toBe(text);
    }
    expectFile('full.train.ts.txt', fileOf(fullRecipe(), 'src/train.ts'));
    expectFile('full.data.ts.txt', fileOf(fullRecipe(), 'src/data.ts'));
    expectFile('two-outputs.train.ts.txt', fileOf(twoOutputs(), 'src/train.ts'));
  });
});

describe('the Keras project', () => {
  test.each(['mnist-cnn', 'two-inputs'])('of %s', (id) => {
    const document = templateOf(id);
    const { files } = printKerasProject(document, factsOf(document), everything);
    for (const { path, text } of files.filter((file) =>
      /(data|prepare|train)\.py$/.test(file.path),
    )) {
      expectFile(`${id}.${path}.txt`, text);
    }
  });

  test('of everything a recipe can ask for', () => {
    const document = fullRecipe();
    const { files } = printKerasProject(document, factsOf(document), everything);
    const train = files.find((file) => file.path === 'train.py');
    expectFile('full.train.py.txt', train?.text ?? '');
  });
});

function fileOf(document: StrataDocument, path: string): string {
  const { files } = printTypeScriptProject(document, factsOf(document), everything);
  return files.find((file) => file.path === path)?.text ?? '';
}
