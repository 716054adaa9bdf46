import { expect, test } from 'vitest';
import { drawings } from '#renderer/parts/pictograms/drawings.tsx';
import { layers } from '#shared/layers/index.ts';

test.each(layers.map(({ kind, pictogram }) => [kind, pictogram]))(
  '%s has its pictogram %s',
  (_kind, pictogram) => {
    expect(drawings).toHaveProperty(pictogram);
  },
);
