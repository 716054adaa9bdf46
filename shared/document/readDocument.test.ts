import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeProblem } from '#shared/document/describe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { migrate } from '#shared/document/migrations/index.ts';
import { readDocument, writeDocument } from '#shared/document/readDocument.ts';
import { findTemplate, templates } from '#shared/document/templates.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { checkDocument } from '#shared/document/checkDocument.ts';

const cnnText = writeDocument(template('mnist-cnn'));

function template(name: string): StrataDocument {
  const found = findTemplate(name);
  if (found === undefined) throw new Error(`No template ${name}`);
  return found.document;
}

/** The text of a template after a change of its JSON. */
function changed(change: (json: Json) => void, name = 'mnist-cnn'): string {
  const json = JSON.parse(writeDocument(template(name))) as Json;
  change(json);
  return JSON.stringify(json);
}

interface Json {
  [key: string]: unknown;
  graph: {
    nodes: Record<string, unknown>[];
    edges: Record<string, unknown>[];
    [key: string]: unknown;
  };
  training: Record<string, unknown>;
}

function read(text: string) {
  const result = readDocument(text);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('writing and reading', () => {
  test.each(templates)('$id comes back the same', ({ document }) => {
    const text = writeDocument(document);
    expect(read(text)).toEqual({ document, readOnly: null, repairs: [] });
    expect(writeDocument(read(text).document)).toBe(text);
  });

  test('files are JSON with two spaces, known keys in a fixed order, a newline at the end', () => {
    expect(cnnText.startsWith('{\n  "format": "strata",\n  "version": 2,\n  "id": ')).toBe(true);
    expect(cnnText.endsWith('}\n')).toBe(true);
    const shuffled = JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(cnnText) as Json).reverse()),
    );
    expect(writeDocument(read(shuffled).document)).toBe(cnnText);
  });

  test('a byte order mark is no hindrance', () => {
    expect(read(`\uFEFF${cnnText}`).repairs).toEqual([]);
  });

  test('keys that the program does not know survive an edit', () => {
    const text = changed((json) => {
      json['comment'] = { by: 'someone', list: [1, { deep: true }] };
      json.graph['theme'] = 'dark';
      json.graph.nodes[1] = { ...json.graph.nodes[1], color: 'red' };
      json.graph.edges[0] = { ...json.graph.edges[0], bend: 3 };
      json.training['precision'] = 'mixed';
    });
    const edited = applyEdit(read(text).document, {
      type: 'setParams',
      node: 'conv2d' as NodeId,
      params: { filters: 16 },
    });
    const json = JSON.parse(writeDocument(edited)) as Json;
    expect(json['comment']).toEqual({ by: 'someone', list: [1, { deep: true }] });
    expect(json.graph['theme']).toBe('dark');
    expect(json.graph.nodes[1]).toMatchObject({ color: 'red', params: { filters: 16 } });
    expect(json.graph.edges[0]?.['bend']).toBe(3);
    expect(json.training['precision']).toBe('mixed');
  });

  test('an unknown layer keeps its parameters; the document is for reading only', () => {
    const text = changed((json) => {
      json.graph.nodes[2] = {
        ...json.graph.nodes[2],
        kind: 'quantum',
        params: { spin: [1, 2], deep: { a: 1 } },
      };
    });
    const { document, readOnly } = read(text);
    expect(readOnly?.code).toBe('document.unknownLayers');
    expect(readOnly && describeProblem(readOnly, 'en').cause).toBe(
      'Unknown: quantum. They are shown and kept as they are.',
    );
    expect((JSON.parse(writeDocument(document)) as Json).graph.nodes[2]?.['params']).toEqual({
      spin: [1, 2],
      deep: { a: 1 },
    });
  });
});

describe('what cannot be read', () => {
  const million = () => {
    const node = '{"id":"a","kind":"dense","name":"a","params":{},"position":{"x":0,"y":0}}';
    return `{"format":"strata","version":1,"graph":{"nodes":[${Array<string>(800_000).fill(node).join(',')}]}}`;
  };
  test.each<[string, () => string, string, string]>([
    ['no JSON', () => 'hello', 'document.notJson', 'This is not a Strata document.'],
    [
      'half a file',
      () => cnnText.slice(0, 900),
      'document.notJson',
      'This is not a Strata document.',
    ],
    ['an empty file', () => '', 'document.notJson', 'This is not a Strata document.'],
    ['other JSON', () => '[1, 2]', 'document.notStrata', 'This is not a Strata document.'],
    [
      'a Keras file',
      () => '{"class_name":"Functional"}',
      'document.notStrata',
      'This is not a Strata document.',
    ],
    [
      'no version',
      () => changed((json) => delete json['version']),
      'document.wrongForm',
      'The document is damaged: version does not hold what it should.',
    ],
    [
      'version 0',
      () =>
        changed((json) => {
          json['version'] = 0;
        }),
      'document.oldVersion',
      'The document has version 0, which this program no longer reads.',
    ],
    [
      'a wrong seed',
      () =>
        changed((json) => {
          json['seed'] = 'x';
        }),
      'document.wrongForm',
      'The document is damaged: seed does not hold what it should.',
    ],
    [
      'a node without kind',
      () =>
        changed((json) => {
          json.graph.nodes[3] = { id: 'x' };
        }),
      'document.wrongForm',
      'The document is damaged: graph.nodes.3.kind does not hold what it should.',
    ],
    [
      'a newer version with another form',
      () =>
        changed((json) => {
          json['version'] = 9;
          Object.assign(json, { training: [] });
        }),
      'document.newerUnreadable',
      'The document was written by a newer Strata that this program cannot read.',
    ],
    [
      'a million nodes',
      million,
      'document.tooManyNodes',
      'The network is too large: 800,000 layers.',
    ],
    [
      '73.4 MB',
      () => ' '.repeat(70 * 1024 * 1024),
      'document.tooLarge',
      'The file is too large for a network: 73.4 MB.',
    ],
    [
      'lists in lists',
      () => `{"format":"strata","x":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'document.tooDeep',
      'The document cannot be read.',
    ],
  ])('%s', (_name, text, code, sentence) => {
    const result = readDocument(text());
    expect(result.ok ? null : result.problem.code).toBe(code);
    expect(result.ok ? '' : describeProblem(result.problem, 'en').sentence).toBe(sentence);
  });

  test('a newer version that has the known form is for reading only', () => {
    const { readOnly, document } = read(
      changed((json) => {
        json['version'] = 3;
        json['new'] = 1;
      }),
    );
    expect(readOnly).toEqual({
      code: 'document.newerVersion',
      severity: 'warning',
      values: { version: 3, known: 2 },
    });
    expect(document.version).toBe(3);
  });
});

describe('repairs', () => {
  test.each<[string, (json: Json) => void, string, number]>([
    [
      'an edge that leads nowhere',
      (json) =>
        json.graph.edges.push({
          id: 'x',
          from: { node: 'gone', port: 0 },
          to: { node: 'dense', port: 1 },
        }),
      'document.edgeDangling',
      1,
    ],
    [
      'an edge without ends',
      (json) => json.graph.edges.push({ id: 'x' }, { id: 'y', from: 3 }),
      'document.edgeDangling',
      2,
    ],
    [
      'two edges into one port',
      (json) =>
        json.graph.edges.push({
          id: 'x',
          from: { node: 'conv2d', port: 0 },
          to: { node: 'dense', port: 0 },
        }),
      'document.portTakenTwice',
      1,
    ],
    [
      'an id that occurs twice',
      (json) => json.graph.nodes.push({ ...json.graph.nodes[1], name: 'twin' }),
      'document.idRepeated',
      1,
    ],
    [
      'an id that every object has',
      (json) => json.graph.nodes.push({ ...json.graph.nodes[1], id: '__proto__', name: 'twin' }),
      'document.idRepeated',
      1,
    ],
    [
      'no place on the canvas',
      (json) => {
        json.graph.nodes[1] = { ...json.graph.nodes[1], position: { x: null, y: 3 } };
      },
      'document.positionMissing',
      1,
    ],
    [
      'training of an output that is gone',
      (json) => {
        json.training['outputs'] = { ...(json.training['outputs'] as object), ghost: {} };
      },
      'document.strangerRemoved',
      1,
    ],
  ])('%s', (_name, change, code, count) => {
    const { repairs, document } = read(changed(change));
    expect(repairs.map((each) => [each.code, each.values['count']])).toEqual([[code, count]]);
    const ids = document.graph.nodes.map((node) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(read(writeDocument(document)).repairs).toEqual([]);
  });

  test('missing parts get their usual values', () => {
    const { document, repairs } = read('{"format":"strata","version":1,"id":"x"}');
    expect(document.graph.nodes).toEqual([]);
    expect(repairs).toHaveLength(1);
    expect(repairs[0]).toMatchObject({
      code: 'document.partMissing',
      values: { count: 6, example: 'name' },
    });
  });

  test('a key named __proto__ changes no prototype', () => {
    const text = cnnText.replace('"params": {', '"params": { "__proto__": { "polluted": 1 },');
    const { document } = read(text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(document.graph.nodes[0]?.params)).toBe(Object.prototype);
    expect(writeDocument(document)).not.toContain('polluted');
  });
});

describe('migrations', () => {
  const table = {
    1: (document: object) => ({ ...document, renamed: true }),
    2: (document: object) => ({ ...document, third: 3 }),
  };

  test('run one after the other and raise the version', () => {
    expect(migrate({ version: 1, name: 'a' }, 1, 3, table)).toEqual({
      ok: true,
      value: { version: 3, name: 'a', renamed: true, third: 3 },
    });
  });

  test('a missing step is told', () => {
    expect(migrate({ version: 0 }, 0, 3, table)).toMatchObject({
      ok: false,
      problem: { code: 'document.oldVersion', values: { version: 0, known: 3 } },
    });
  });

  test('a newer document stays as it is', () => {
    const document = { version: 5 };
    expect(migrate(document, 5, 3, table)).toEqual({ ok: true, value: document });
  });
});

describe('fuzz', () => {
  const runs = { numRuns: 300 };

  test('any text gives a result', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readDocument(text)).toHaveProperty('ok', expect.any(Boolean));
      }),
      runs,
    );
  });

  /** Values at a place of the document, replaced by anything. */
  const replaced = fc.tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>('__proto__', 'constructor', {}, [], null, -1, 1e300, 'conv2d', true),
    ),
  );

  test('a document with any parts replaced is refused or read, checked and written', () => {
    fc.assert(
      fc.property(fc.array(replaced, { minLength: 1, maxLength: 4 }), (changes) => {
        const json = JSON.parse(cnnText) as unknown;
        for (const [place, value] of changes) {
          replaceAt(json, place, value);
        }
        const result = readDocument(JSON.stringify(json));
        if (!result.ok) {
          expect(describeProblem(result.problem, 'en').sentence).not.toContain(result.problem.code);
          return;
        }
        const { document } = result.value;
        checkDocument(document, inferGraph(document.graph, document.blocks));
        const again = readDocument(writeDocument(document));
        expect(again.ok && again.value.document).toEqual(document);
      }),
      runs,
    );
  });
});

/** Replaces the value at a place, counted through the tree. */
function replaceAt(json: unknown, place: number, value: unknown): void {
  let left = place;
  const open: unknown[] = [json];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (typeof current !== 'object' || current === null) continue;
    for (const key of Object.keys(current)) {
      if (left === 0) {
        Object.assign(current, { [key]: value });
        return;
      }
      left -= 1;
      open.push((current as Record<string, unknown>)[key]);
    }
  }
}
