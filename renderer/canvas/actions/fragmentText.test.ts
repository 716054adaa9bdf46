import { describe, expect, test } from 'vitest';
import { readFragment, writeFragment } from '#renderer/canvas/actions/fragmentText.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { NodeId } from '#shared/graph/graph.ts';

const fragment = {
  nodes: ['a', 'b'].map((name) => ({
    id: name as NodeId,
    kind: 'dense',
    name,
    params: { units: 3 },
    position: { x: 0, y: 10 },
  })),
  edges: [makeEdge({ node: 'a' as NodeId, port: 0 }, { node: 'b' as NodeId, port: 0 })],
};

describe('layers on the clipboard', () => {
  test('come back as they were', () => {
    expect(readFragment(writeFragment(fragment))).toEqual(fragment);
  });

  test.each(['', 'hello', '{"format":"strata-layers"', '{"format":"strata-layers","version":1}'])(
    'other text is left alone: %j',
    (text) => {
      expect(readFragment(text)).toBeNull();
    },
  );
});
