import { z } from 'zod';
import type { RaceResult } from '#shared/protocol/types.ts';
import { jsonFile } from '#main/workspace/jsonFile.ts';

/** More models than anyone works on; the oldest race goes. */
const mostRaces = 200;

const raceSchema: z.ZodType<RaceResult> = z.object({
  entries: z.array(
    z.object({
      device: z.string(),
      secondsPerEpoch: z.number().nullable(),
      memoryBytes: z.number().nullable(),
      // Problems are told when they happen, not kept.
      problem: z.null(),
    }),
  ),
  winner: z.string().nullable(),
  measuredAtMs: z.number(),
});

/** Results of races, by model. */
export interface Races {
  get(signature: string): Promise<RaceResult | null>;
  set(signature: string, result: RaceResult): Promise<void>;
  /** The devices have changed: nothing that was measured decides any more. */
  clear(): Promise<void>;
}

/** Keeps what races came to in one file. */
export function racesFile(path: string): Races {
  const file = jsonFile<Readonly<Record<string, RaceResult>>>(
    path,
    z.record(z.string(), raceSchema),
    {},
  );
  return {
    async get(signature) {
      return (await file.read())[signature] ?? null;
    },
    async set(signature, result) {
      const entries = result.entries.map((entry) => ({ ...entry, problem: null }));
      const others = Object.entries(await file.read()).filter(([name]) => name !== signature);
      const all = [...others, [signature, { ...result, entries }] as const];
      await file.write(Object.fromEntries(all.slice(-mostRaces)));
    },
    clear: () => file.write({}),
  };
}
