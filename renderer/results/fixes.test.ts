import { describe, expect, test } from 'vitest';
import { applyEdit } from '#shared/document/edit.ts';
import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { estimateMemory } from '#shared/document/estimateMemory.ts';
import { instantiate, templates } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { fixDiagram } from '#renderer/results/fixDiagram.ts';
import { fixEffect } from '#renderer/results/fixEffect.ts';
import { summaryRows, summaryText } from '#renderer/results/summaryRows.ts';

function template(id: string): StrataDocument {
  const found = templates.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return instantiate(found);
}

/** Two branches of 16 and 4 numbers that meet in an Add. */
function mismatch(): StrataDocument {
  const document = template('two-inputs');
  const merge = document.graph.nodes.find(({ kind }) => kind === 'concatenate');
  if (merge === undefined) throw new Error('the template has no concatenate');
  return applyEdit(document, { type: 'replaceNode', node: merge.id, kind: 'add', params: {} });
}

describe('repairs of an Add whose inputs differ', () => {
  const document = mismatch();
  const facts = inferGraph(document.graph, document.blocks);
  const problem = checkDocument(document, facts).find(({ severity }) => severity === 'error');
  const effects = (problem?.fixes ?? []).map((fix) =>
    fixEffect(document, facts, fix.edit, problem?.place?.node),
  );

  test('tell output, parameters and what is left', () => {
    expect(
      effects.map(({ outputs, parameterChange, errorsLeft }) => ({
        outputs,
        parameterChange,
        errorsLeft,
      })),
    ).toEqual([
      { outputs: [[16]], parameterChange: 80, errorsLeft: 0 },
      { outputs: [[4]], parameterChange: -72, errorsLeft: 0 },
      { outputs: [[20]], parameterChange: 0, errorsLeft: 0 },
    ]);
  });

  test('are drawn with what changes marked', () => {
    const diagrams = effects.map(({ facts: after }) =>
      fixDiagram(facts, after, problem?.place?.node),
    );
    expect(diagrams[0]?.rows.map(({ chips }) => chips.map(({ change }) => change))).toEqual([
      ['none'],
      ['none', 'new'],
    ]);
    expect(diagrams[1]?.rows[0]).toMatchObject({
      isChanged: true,
      chips: [{ change: 'params', values: [{ before: '16', after: '4' }] }],
    });
    expect(diagrams[2]?.target.change).toBe('replaced');
  });

  test('nothing is drawn where the graph stays', () => {
    expect(fixDiagram(facts, facts, problem?.place?.node)).toBeNull();
  });
});

test('the summary as text holds one line a layer', () => {
  const document = template('mnist-cnn');
  const { graph, blocks } = document;
  const facts = inferGraph(graph, blocks);
  const rows = summaryRows(facts, estimateMemory(document, facts));
  const lines = summaryText(['Layer'], rows).split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[2]).toBe('Conv2D\tconv2d\t26×26×32\t320\t194688\t86.5 kB\t5.54 MB');
});
