import type { StrataDocument } from '#shared/document/document.ts';
import { documentVersion } from '#shared/document/document.ts';

/** What the store holds while no document is open, so that nothing has to ask for null. Never shown, never saved. */
export const blankDocument: StrataDocument = {
  format: 'strata',
  version: documentVersion,
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  seed: 0,
  graph: { nodes: [], edges: [], notes: [] },
  blocks: [],
  data: {
    source: null,
    steps: [],
    split: { validationFraction: 0, validation: 'none', testFraction: 0 },
    bindings: { inputs: {}, outputs: {} },
  },
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
