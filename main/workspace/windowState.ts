import { z } from 'zod';
import { jsonFile } from '#main/workspace/jsonFile.ts';
import type { JsonFile } from '#main/workspace/jsonFile.ts';

const windowState = z.object({
  /** px; null: the system chooses. */
  x: z.number().nullable(),
  y: z.number().nullable(),
  width: z.number().min(200).max(20_000),
  height: z.number().min(200).max(20_000),
  isMaximized: z.boolean(),
});

/** Place and size of the program's window. */
export type WindowState = z.infer<typeof windowState>;

/** Where the window was when the program ended. */
export function windowStateFile(path: string): JsonFile<WindowState> {
  return jsonFile(path, windowState, {
    x: null,
    y: null,
    width: 1440,
    height: 900,
    isMaximized: false,
  });
}
