import { z } from 'zod';
import { blockSchema } from '#shared/document/schema.ts';
import type { SavedBlock } from '#shared/protocol/types.ts';
import { jsonFile } from '#main/workspace/jsonFile.ts';
import type { JsonFile } from '#main/workspace/jsonFile.ts';

const schema: z.ZodType<readonly SavedBlock[]> = z.array(
  z.strictObject({ block: blockSchema, uses: z.array(blockSchema).max(1000) }),
);

/** The user's own library of blocks. */
export function savedBlocksFile(path: string): JsonFile<readonly SavedBlock[]> {
  return jsonFile(path, schema, []);
}
