import { readFile, stat } from 'node:fs/promises';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/**
 * The bytes of one example's file. `shown` is its name in problems. Problems: `data.fileMissing`, `data.fileUnreadable`,
 * `data.fileTooLarge`, `data.fileEmpty`.
 */
export async function readWhole(
  file: string,
  shown: string,
  limit: number,
): Promise<Result<Uint8Array>> {
  const place = { place: { file } };
  try {
    const { size } = await stat(file);
    if (size > limit) {
      return refuse('data.fileTooLarge', { file: shown, bytes: size, limit }, place);
    }
    const bytes = await readFile(file);
    return bytes.length === 0 ? refuse('data.fileEmpty', { file: shown }, place) : ok(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file: shown }, place)
      : refuse('data.fileUnreadable', { file: shown, reason: code ?? '' }, place);
  }
}
