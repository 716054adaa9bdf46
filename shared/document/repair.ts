import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { JsonObject } from '#shared/document/json.ts';
import { isObject, listOf } from '#shared/document/json.ts';
import { repairGraph } from '#shared/document/repairGraph.ts';
import type { RepairReport } from '#shared/document/repairReport.ts';

/** What a part of a document is when a file lacks it. */
const emptyParts: Readonly<Record<string, unknown>> = {
  name: 'network',
  seed: 0,
  graph: { nodes: [], edges: [], notes: [] },
  blocks: [],
  data: {
    ...emptyRecipe,
    split: {
      ...emptyRecipe.split,
      validation: 'split',
      validationFraction: 0.15,
      testFraction: 0.15,
    },
  },
  training: {
    optimizer: { kind: 'adam', params: {} },
    schedule: null,
    batchSize: 32,
    epochs: 10,
    shuffle: true,
    stopping: null,
    outputs: {},
  },
};

/**
 * Mends what can be mended in a document of the current version, before its schema is checked: parts that are missing,
 * edges that lead nowhere or share a port, ids that occur twice, cards without a place. Gives a new value.
 */
export function repairDocument(raw: JsonObject, report: RepairReport): JsonObject {
  const document: JsonObject = { ...raw };
  for (const [part, empty] of Object.entries(emptyParts)) {
    if (document[part] === undefined || document[part] === null) {
      document[part] = empty;
      report.add('document.partMissing', part);
    }
  }
  if (isObject(document['graph'])) {
    document['graph'] = repairGraph(document['graph'], report);
  }
  document['blocks'] = listOf(document['blocks']).map((block) =>
    isObject(block) && isObject(block['graph'])
      ? { ...block, graph: repairGraph(block['graph'], report) }
      : block,
  );
  return forgetStrangers(document, report);
}

/** Takes settings of outputs and inputs that are not in the graph out of training and data. */
function forgetStrangers(document: JsonObject, report: RepairReport): JsonObject {
  const { graph, training, data } = document;
  const ids = new Set<unknown>(
    listOf(isObject(graph) ? graph['nodes'] : []).map((node) =>
      isObject(node) ? node['id'] : null,
    ),
  );
  const keep = (record: unknown) => {
    if (!isObject(record)) {
      return record;
    }
    const strangers = Object.keys(record).filter((id) => !ids.has(id));
    for (const id of strangers) {
      report.add('document.strangerRemoved', id);
    }
    return strangers.length === 0
      ? record
      : Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
  };
  return {
    ...document,
    training: isObject(training) ? { ...training, outputs: keep(training['outputs']) } : training,
    data:
      isObject(data) && isObject(data['bindings'])
        ? {
            ...data,
            bindings: {
              ...data['bindings'],
              inputs: keep(data['bindings']['inputs']),
              outputs: keep(data['bindings']['outputs']),
            },
          }
        : data,
  };
}
