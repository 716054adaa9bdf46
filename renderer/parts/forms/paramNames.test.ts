import { expect, test } from 'vitest';
import { layers } from '#shared/layers/index.ts';
import { partCatalogues } from '#shared/layers/partCatalogues.ts';
import { augmentations } from '#shared/data/augmentations/index.ts';
import { sources } from '#shared/data/sources/index.ts';
import { steps } from '#shared/data/steps/index.ts';
import { losses } from '#shared/training/losses/index.ts';
import { metrics } from '#shared/training/metrics/index.ts';
import { optimizers } from '#shared/training/optimizers/index.ts';
import { schedules } from '#shared/training/schedules/index.ts';
import chinese from '#renderer/locales/zh-CN/params.json' with { type: 'json' };
import english from '#renderer/locales/en/params.json' with { type: 'json' };

test('every parameter of every catalogue has a label in both languages', () => {
  const entries = [
    ...layers,
    ...Object.values(partCatalogues).flatMap(({ parts }) => parts),
    ...optimizers,
    ...losses,
    ...metrics,
    ...schedules,
    ...sources,
    ...steps,
    ...augmentations,
  ];
  const names = new Set(entries.flatMap(({ params }) => Object.keys(params)));
  expect([...names].filter((name) => !(name in chinese))).toEqual([]);
  expect([...names].filter((name) => !(name in english))).toEqual([]);
});
