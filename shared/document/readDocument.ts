import type { StrataDocument } from '#shared/document/document.ts';
import { documentVersion } from '#shared/document/document.ts';
import type { JsonObject } from '#shared/document/json.ts';
import { isObject, listOf, makeHarmless } from '#shared/document/json.ts';
import { migrate } from '#shared/document/migrations/index.ts';
import { repairDocument } from '#shared/document/repair.ts';
import { RepairReport } from '#shared/document/repairReport.ts';
import { documentSchema } from '#shared/document/schema.ts';
import { blockKind } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

export { writeDocument } from '#shared/document/writeDocument.ts';

/** A document that was read. */
export interface ReadDocument {
  readonly document: StrataDocument;
  /** Why it cannot be changed; `null`: it can. */
  readonly readOnly: Problem | null;
  /** What was mended. */
  readonly repairs: readonly Problem[];
}

/** Largest text that is read, in characters: several hundred times the largest useful document. */
const textLimit = 64 * 1024 * 1024;
/** Most nodes of a document, those of its blocks included. */
const nodeLimit = 20_000;
/** Most edges of a document. */
const edgeLimit = 100_000;
const depthLimit = 60;

/**
 * Reads the text of a `.strata` file: JSON, migration, repair, schema. Never throws.
 * Problems: `document.tooLarge`, `document.notJson`, `document.notStrata`, `document.tooDeep`,
 * `document.tooManyNodes`, `document.tooManyEdges`, `document.oldVersion`, `document.newerUnreadable`,
 * `document.wrongForm`.
 */
export function readDocument(text: string): Result<ReadDocument> {
  if (text.length > textLimit) {
    return refuse('document.tooLarge', {
      size: bytesText(text.length),
      limit: bytesText(textLimit),
    });
  }
  const raw = parseJson(text);
  if (!raw.ok) {
    return raw;
  }
  const tooMuch = countParts(raw.value);
  if (tooMuch !== null) {
    return { ok: false, problem: tooMuch };
  }
  if (!makeHarmless(raw.value, depthLimit)) {
    return refuse('document.tooDeep');
  }
  const version = raw.value['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return refuse('document.wrongForm', { place: 'version' });
  }
  const migrated = migrate(raw.value, version, documentVersion);
  if (!migrated.ok) {
    return migrated;
  }
  const report = new RepairReport();
  const parsed = documentSchema.safeParse(repairDocument(migrated.value, report));
  const isNewer = version > documentVersion;
  if (!parsed.success) {
    return isNewer
      ? refuse('document.newerUnreadable', { version, known: documentVersion })
      : refuse('document.wrongForm', { place: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  return ok({
    document: parsed.data,
    readOnly: isNewer ? newerVersion(version) : unknownLayers(parsed.data),
    repairs: report.problems(),
  });
}

function parseJson(text: string): Result<JsonObject> {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return refuse('document.notJson');
  }
  if (!isObject(value) || value['format'] !== 'strata') {
    return refuse('document.notStrata');
  }
  return ok(value);
}

/** Refuses a graph that is too large before every node of it is looked at. */
function countParts(document: JsonObject): Problem | null {
  const graphs = [document, ...listOf(document['blocks'])].map((owner) =>
    isObject(owner) ? owner['graph'] : null,
  );
  const count = (part: 'nodes' | 'edges') =>
    graphs.reduce<number>(
      (sum, graph) => sum + listOf(isObject(graph) ? graph[part] : null).length,
      0,
    );
  const nodes = count('nodes');
  if (nodes > nodeLimit) {
    return error('document.tooManyNodes', { count: nodes, limit: nodeLimit });
  }
  const edges = count('edges');
  return edges > edgeLimit
    ? error('document.tooManyEdges', { count: edges, limit: edgeLimit })
    : null;
}

function newerVersion(version: number): Problem {
  return {
    code: 'document.newerVersion',
    severity: 'warning',
    values: { version, known: documentVersion },
  };
}

function unknownLayers(document: StrataDocument): Problem | null {
  const kinds = new Set<string>();
  for (const { nodes } of [document.graph, ...document.blocks.map((block) => block.graph)]) {
    for (const { kind } of nodes) {
      if (kind !== blockKind && findLayer(kind) === undefined) {
        kinds.add(kind);
      }
    }
  }
  return kinds.size === 0
    ? null
    : {
        code: 'document.unknownLayers',
        severity: 'warning',
        values: { kinds: [...kinds].slice(0, 5), count: kinds.size },
      };
}

function error(code: string, values: Problem['values']): Problem {
  return { code, severity: 'error', values };
}
