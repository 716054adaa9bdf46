import { beforeEach, describe, expect, test } from 'vitest';
import { editLabel } from '#shared/document/edit.ts';
import type { Edit } from '#shared/document/edit.ts';
import { instantiate, templates } from '#shared/document/templates.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { useStrata } from '#renderer/store/store.ts';

const state = () => useStrata.getState();
const initial = useStrata.getInitialState();

function nodeNamed(name: string): NodeId {
  const node = state().document.graph.nodes.find((candidate) => candidate.name === name);
  if (node === undefined) throw new Error(`no node ${name}`);
  return node.id;
}

function setFilters(filters: number): Edit {
  return { type: 'setParams', node: nodeNamed('conv2d'), params: { filters } };
}

function filters(): unknown {
  return state().document.graph.nodes.find(({ name }) => name === 'conv2d')?.params['filters'];
}

beforeEach(() => {
  useStrata.setState(initial, true);
  const template = templates.find(({ id }) => id === 'mnist-cnn');
  if (template === undefined) throw new Error('no template mnist-cnn');
  state().adopt({ document: instantiate(template), path: null, readOnly: null, repairs: [] });
});

describe('edit', () => {
  test('computes shapes and parameters anew', () => {
    const before = state().facts.totals.parameterCount;
    state().edit(setFilters(8));
    const facts = state().facts.nodes.get(nodeNamed('conv2d'));
    expect(facts?.outputs).toEqual([[26, 26, 8]]);
    expect(facts?.parameterCount).toBe(80);
    expect(state().facts.totals.parameterCount).toBeLessThan(before);
    expect(state().isDirty).toBe(true);
  });

  test('keeps the facts of layers that did not change', () => {
    const before = state().facts.nodes.get(nodeNamed('conv2d'));
    state().edit({ type: 'setParams', node: nodeNamed('dense'), params: { units: 5 } });
    expect(state().facts.nodes.get(nodeNamed('conv2d'))).toBe(before);
  });

  test('finds problems, and none once they are mended', () => {
    expect(state().problems).toEqual([]);
    state().edit({
      type: 'setParams',
      node: nodeNamed('conv2d'),
      params: { kernelSize: [99, 99] },
    });
    expect(state().problems.map(({ place }) => place?.node)).toContain(nodeNamed('conv2d'));
    state().undo();
    expect(state().problems).toEqual([]);
  });

  test('is refused while the document is read-only', () => {
    const { document } = state();
    const readOnly = { code: 'document.newerVersion', severity: 'warning', values: {} } as const;
    state().adopt({ document, path: null, readOnly, repairs: [] });
    state().edit(setFilters(8));
    expect(state().document).toBe(document);
    expect(state().notices.at(-1)?.problem).toEqual(readOnly);
  });
});

describe('undo and redo', () => {
  test('go through the steps, with labels', () => {
    const first = state().document;
    state().edit(setFilters(8));
    state().edit({ type: 'setName', name: 'other' });
    expect(state().undoLabel).toEqual(editLabel({ type: 'setName', name: 'other' }));
    state().undo();
    expect(state().document.name).toBe(first.name);
    expect(state().redoLabel).toEqual(editLabel({ type: 'setName', name: 'other' }));
    state().undo();
    expect(state().document).toBe(first);
    expect(state().isDirty).toBe(false);
    expect(state().undoLabel).toBeNull();
    state().redo();
    state().redo();
    expect(state().document.name).toBe('other');
    expect(filters()).toBe(8);
    expect(state().redoLabel).toBeNull();
  });

  test('a new edit ends what could be redone', () => {
    state().edit(setFilters(8));
    state().undo();
    state().edit(setFilters(9));
    expect(state().redoLabel).toBeNull();
    state().redo();
    expect(filters()).toBe(9);
  });

  test('edits with one merge key are one step', () => {
    const first = state().document;
    for (const count of [1, 12, 128]) state().edit(setFilters(count), { merge: 'filters' });
    expect(filters()).toBe(128);
    state().undo();
    expect(state().document).toBe(first);
    state().redo();
    expect(filters()).toBe(128);
  });

  test('another key, the end of a merge and an undo start a new step', () => {
    state().edit(setFilters(1), { merge: 'a' });
    state().edit(setFilters(2), { merge: 'b' });
    state().endMerge();
    state().edit(setFilters(3), { merge: 'b' });
    expect(state().past.length).toBe(3);
    state().undo();
    state().edit(setFilters(4), { merge: 'b' });
    expect(state().past.length).toBe(3);
    state().undo();
    expect(filters()).toBe(2);
  });

  test('an edit without capture leaves no step', () => {
    state().edit(setFilters(8), 'never');
    expect(state().past).toEqual([]);
    expect(filters()).toBe(8);
  });

  test('an edit that changes nothing leaves no step', () => {
    state().edit({ type: 'setName', name: state().document.name });
    expect(state().past).toEqual([]);
    expect(state().isDirty).toBe(false);
  });

  test('forgets the selection of nodes that are gone', () => {
    const dense = nodeNamed('dense');
    state().select([dense]);
    state().edit({ type: 'removeNodes', ids: [dense] });
    expect(state().selection).toEqual([]);
  });
});

describe('preview of an edit', () => {
  test('shows shapes without touching the document', () => {
    const { document } = state();
    state().previewEdit(setFilters(8));
    const facts = state().preview?.facts.nodes.get(nodeNamed('conv2d'));
    expect(facts?.outputs).toEqual([[26, 26, 8]]);
    expect(state().document).toBe(document);
    state().previewEdit(null);
    expect(state().preview).toBeNull();
  });
});

describe('going through problems', () => {
  test('selects their layers one after the other, around', () => {
    const kernel = { kernelSize: [99, 99] };
    state().edit({ type: 'setParams', node: nodeNamed('conv2d'), params: kernel });
    const count = state().problems.length;
    state().setStep('train');
    state().stepProblem(1);
    expect(state().step).toBe('design');
    expect(state().drawer).toMatchObject({ isOpen: true, tab: 'problems' });
    expect(state().selection).toEqual([state().problems[0]?.place?.node]);
    for (let step = 0; step < count; step++) state().stepProblem(1);
    expect(state().reveal?.place).toBe(state().problems[0]?.place);
    state().stepProblem(-1);
    expect(state().reveal?.place).toBe(state().problems.at(-1)?.place);
  });
});

describe('unsaved changes', () => {
  test('are not asked about where there are none', async () => {
    expect(await state().askUnsaved()).toBe('discard');
  });

  test('wait for the answer', async () => {
    state().edit(setFilters(8));
    const asked = state().askUnsaved();
    expect(state().unsavedQuestion).not.toBeNull();
    state().answerUnsaved('cancel');
    expect(await asked).toBe('cancel');
    expect(state().unsavedQuestion).toBeNull();
  });
});
