import ELK from 'elkjs/lib/elk-api.js';
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';
import type { LayeredLayout } from '#renderer/canvas/layout/tidyLayout.ts';

let elk: InstanceType<typeof ELK> | undefined;

/** Runs elk in a worker of its own, which is started at the first call and kept. */
export const layerInWorker: LayeredLayout = (graph) => {
  elk ??= new ELK({ workerFactory: () => new ElkWorker() });
  return elk.layout(graph);
};
