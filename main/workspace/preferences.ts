import { preferencesSchema } from '#shared/protocol/requests.ts';
import type { Preferences } from '#shared/protocol/types.ts';
import { jsonFile } from '#main/workspace/jsonFile.ts';
import type { JsonFile } from '#main/workspace/jsonFile.ts';

const defaults: Preferences = {
  theme: 'system',
  language: 'system',
  device: 'auto',
  singleLetterShortcuts: true,
  installEngines: true,
};

/** What the program remembers for the user. */
export function preferencesFile(path: string): JsonFile<Preferences> {
  return jsonFile(path, preferencesSchema, defaults);
}
