import type { StrataDocument } from '#shared/document/document.ts';
import { documentVersion } from '#shared/document/document.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

/** What the store holds while no document is open, so that nothing has to ask for null. Never shown, never saved. */
export const blankDocument: StrataDocument = {
  format: 'strata',
  version: documentVersion,
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  seed: 0,
  graph: { nodes: [], edges: [], notes: [] },
  blocks: [],
  data: emptyRecipe,
  training: {
    optimizer: { kind: 'adam', params: {} },
    schedule: null,
    batchSize: 32,
    epochs: 1,
    shuffle: true,
    stopping: null,
    outputs: {},
  },
};
