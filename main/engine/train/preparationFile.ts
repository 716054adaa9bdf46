import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** What a run's preparation has learned, in the run's folder. */
const preparationFile = 'preparation.json';

const schema: z.ZodType<FittedRecipe> = z.object({
  version: z.literal(1),
  steps: z.array(
    z.object({
      kind: z.string(),
      fitted: z.record(z.string(), z.json() as unknown as z.ZodType<JsonValue>),
    }),
  ),
});

/** Keeps what was learned in the folder of a run. Problems: those of the file system. */
export async function savePreparation(
  runFolder: string,
  fitted: FittedRecipe,
): Promise<Result<null>> {
  const file = path.join(runFolder, preparationFile);
  try {
    await writeAtomic(file, `${JSON.stringify(fitted, null, 2)}\n`);
    return ok(null);
  } catch (error) {
    const problem = fileProblem(error, file);
    if (problem === null) throw error;
    return fail(problem);
  }
}

/** What a run's preparation has learned; null: the run has none. Problems: `data.preparationBroken`, those of the file system. */
export async function readPreparation(runFolder: string): Promise<Result<FittedRecipe | null>> {
  const file = path.join(runFolder, preparationFile);
  const place = { place: { file } };
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    const problem = fileProblem(error, file);
    if (problem === null) throw error;
    return fail(problem);
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : refuse('data.preparationBroken', { file }, place);
  } catch {
    return refuse('data.preparationBroken', { file }, place);
  }
}

/** The folder of the run that these weights belong to: they lie in `checkpoints/last` or `checkpoints/best` of it. */
export function runFolderOf(weightsFolder: string): string {
  return path.resolve(weightsFolder, '..', '..');
}
