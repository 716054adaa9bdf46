import { expect, test } from 'vitest';
import type { DataRecipe } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature } from '#shared/data/feature.ts';
import { checkDocument } from '#shared/document/checkDocument.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { proposeDocument } from '#shared/document/proposeDocument.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const image: Feature = {
  name: 'image',
  role: 'input',
  kind: 'image',
  shape: [32, 32, 3],
  dtype: 'uint8',
  classes: null,
};
const boxes: Feature = {
  ...{ name: 'boxes', role: 'target', kind: 'boxes', shape: [] },
  ...{ dtype: 'text', classes: 2, classNames: ['a', 'b'] },
};
const largest = { kind: 'largestBox', features: ['boxes'], params: {} };

function problemsOf(recipe: Partial<DataRecipe>) {
  const source = { kind: 'yoloFolder', params: { folder: '/a' } };
  const document = proposeDocument('boxes', {
    ...emptyRecipe,
    source,
    features: [image, boxes],
    steps: [largest],
    ...recipe,
  });
  return { document, problems: moved(document) };
}

function moved(document: ReturnType<typeof proposeDocument>) {
  const facts = inferGraph(document.graph, document.blocks);
  return checkDocument(document, facts).filter(({ code }) => code === 'boxes.moved');
}

const resize = (fit: string) => ({
  kind: 'resize',
  features: ['image'],
  params: { height: 16, width: 16, fit },
});
const augment = (kind: string) => ({ kind, feature: 'image', params: {} });

test.each<[string, Partial<DataRecipe>, string]>([
  ['a flip', { augmentations: [augment('brightness'), augment('flip')] }, 'Flip'],
  ['a rotation', { augmentations: [augment('rotate')] }, 'Rotate'],
  ['a resize that crops', { steps: [largest, resize('crop')] }, 'Resize'],
  ['a resize with a border', { steps: [largest, resize('pad')] }, 'Resize'],
])('%s would leave the boxes behind, and the fix takes it out', (_, recipe, title) => {
  const { document, problems } = problemsOf(recipe);
  expect(problems).toMatchObject([{ values: { feature: 'boxes', title } }]);
  const fix = problems[0]?.fixes?.[0];
  expect(fix && moved(applyEdit(document, fix.edit))).toEqual([]);
});

test.each<[string, Partial<DataRecipe>]>([
  ['brighter pictures', { augmentations: [augment('brightness'), augment('noise')] }],
  ['a stretch', { steps: [largest, resize('stretch')] }],
])('%s keep objects in their places', (_, recipe) => {
  expect(problemsOf(recipe).problems).toEqual([]);
});
