import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The environment in which Dawn finds the test Electron's software graphics card, SwiftShader; null: it is not in
 * `.cache`. The system's loader reads it when a process starts.
 */
export function softwareCard(): Readonly<Record<string, string>> | null {
  const cache = path.resolve('.cache');
  const name = existsSync(cache)
    ? readdirSync(cache).find((each) => each.startsWith('electron-'))
    : undefined;
  const folder = path.join(cache, name ?? 'none');
  const driver = path.join(folder, 'vk_swiftshader_icd.json');
  return existsSync(driver) ? { VK_ICD_FILENAMES: driver, LD_LIBRARY_PATH: folder } : null;
}
