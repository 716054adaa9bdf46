import { z } from 'zod';
import type { GraphFragment } from '#shared/document/fragment.ts';
import type { BlockId, EdgeId, NodeId } from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';

const nodeId = z.string().min(1).max(200) as unknown as z.ZodType<NodeId>;
const blockId = z.string().min(1).max(200) as unknown as z.ZodType<BlockId>;
const port = z.object({ node: nodeId, port: z.int().min(0).max(10_000) });
const coordinate = z.number().min(-1e7).max(1e7);

/** Layers on the clipboard. What other programs put there is text of another shape, and is not pasted. */
const fragmentSchema = z.object({
  format: z.literal('strata-layers'),
  version: z.literal(1),
  nodes: z
    .array(
      z.object({
        id: nodeId,
        kind: z.string().min(1).max(200),
        name: z.string().max(200),
        params: z.record(z.string(), z.unknown()) as unknown as z.ZodType<ParamValues>,
        position: z.object({ x: coordinate, y: coordinate }),
        block: blockId.exactOptional(),
        sharesWeightsWith: nodeId.exactOptional(),
      }),
    )
    .max(10_000),
  edges: z
    .array(
      z.object({
        id: z.string().min(1).max(200) as unknown as z.ZodType<EdgeId>,
        from: port,
        to: port,
      }),
    )
    .max(100_000),
});

/** Copied layers as text for the clipboard. */
export function writeFragment(fragment: GraphFragment): string {
  return JSON.stringify({ format: 'strata-layers', version: 1, ...fragment }, null, 2);
}

/** Reads copied layers; null where the text is something else. */
export function readFragment(text: string): GraphFragment | null {
  if (!text.includes('"strata-layers"')) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = fragmentSchema.safeParse(value);
  return parsed.success ? { nodes: parsed.data.nodes, edges: parsed.data.edges } : null;
}
