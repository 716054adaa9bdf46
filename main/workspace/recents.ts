import { z } from 'zod';
import type { RecentDocument } from '#shared/protocol/types.ts';
import { jsonFile } from '#main/workspace/jsonFile.ts';

const maxRecents = 20;

const recents = z.array(
  z.object({
    path: z.string(),
    name: z.string(),
    openedAtMs: z.number(),
    thumbnail: z.array(z.custom<RecentDocument['thumbnail'][number]>(isBar)),
  }),
);

function isBar(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'family' in value &&
    'height' in value &&
    'from' in value &&
    Array.isArray(value.from)
  );
}

/** Documents that were open before, the newest first. */
export interface Recents {
  list(): Promise<readonly RecentDocument[]>;
  add(recent: RecentDocument): Promise<void>;
  clear(): Promise<void>;
}

/** Keeps the list of recent documents in one file. */
export function recentsFile(path: string): Recents {
  const file = jsonFile<readonly RecentDocument[]>(path, recents, []);
  return {
    list: () => file.read(),
    async add(recent) {
      const others = (await file.read()).filter((other) => other.path !== recent.path);
      await file.write([recent, ...others].slice(0, maxRecents));
    },
    clear: () => file.write([]),
  };
}
