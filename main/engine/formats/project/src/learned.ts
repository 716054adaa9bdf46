import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './folders.ts';

/** What the preparation has learned and is too long to stand in the code: vocabularies, names of classes. */
export function readLearned(): unknown {
  return JSON.parse(readFileSync(path.join(projectFolder, 'preparation.json'), 'utf8'));
}
