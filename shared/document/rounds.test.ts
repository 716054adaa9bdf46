import { expect, test } from 'vitest';
import { roundsOf } from '#shared/document/rounds.ts';
import type { Split } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import { dataMessages } from '#shared/data/messages.ts';
import { templates } from '#shared/document/templates.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { describeProblem } from '#shared/problems/describeProblem.ts';

function withSplit(split: Partial<Split>): StrataDocument {
  const [template] = templates;
  if (template === undefined) throw new Error('There are no templates.');
  const { document } = template;
  return {
    ...document,
    data: { ...emptyRecipe, ...document.data, split: { ...emptyRecipe.split, ...split } },
  };
}

test.each<
  [string, Partial<Split>, Parameters<typeof roundsOf>[1], (number | undefined)[], number | null]
>([
  ['none asked for', { folds: 4 }, {}, [undefined], 4],
  ['all of the document', { folds: 3 }, { folds: true }, [1, 2, 3], 3],
  ['as many as asked for', { folds: 3 }, { folds: 2 }, [1, 2], 2],
  ['one', { folds: 3 }, { fold: 3 }, [3], 3],
  ['one of as many as asked for', {}, { fold: 2, folds: 5 }, [2], 5],
])('rounds: %s', (_name, split, options, expected, folds) => {
  const rounds = roundsOf(withSplit(split), options);
  if (!rounds.ok) throw new Error(rounds.problem.code);
  expect(rounds.value.map(({ data }) => data.split.fold)).toEqual(expected);
  expect(rounds.value.map(({ data }) => data.split.folds)).toEqual(expected.map(() => folds));
});

test.each<[string, Partial<Split>, Parameters<typeof roundsOf>[1]]>([
  ['data.noFolds', {}, { fold: 1 }],
  ['data.noFolds', {}, { folds: true }],
  ['data.noSuchFold', { folds: 3 }, { fold: 4 }],
  ['data.foldsByColumn', { method: 'column', feature: 'part' }, { folds: 3 }],
])('%s', (code, split, options) => {
  const rounds = roundsOf(withSplit(split), options);
  expect(rounds.ok ? null : rounds.problem.code).toBe(code);
  if (rounds.ok) return;
  for (const language of ['en', 'zh-CN'] as const) {
    const { sentence, remedy } = describeProblem(rounds.problem, language, dataMessages);
    expect(`${sentence}${remedy ?? ''}`).not.toMatch(/[{}]|undefined|data\./);
  }
});
