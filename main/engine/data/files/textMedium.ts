import { decodeText } from '#main/engine/data/files/decodeText.ts';
import type { Medium } from '#main/engine/data/files/folderSource.ts';
import { eachRow } from '#main/engine/data/files/folderSource.ts';
import { numberStatistics } from '#main/engine/data/files/numberStatistics.ts';
import { readWhole } from '#main/engine/data/files/readWhole.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** A longer text is refused: it is no example. */
const largestTextBytes = 16 * 2 ** 20;

/** Reads text files. Problems: those of `readWhole`, `data.textBinary`. */
export function textMedium(warnings: Warnings): Medium<string> {
  const read: Medium<string>['read'] = async (file, shown) => {
    const bytes = await readWhole(file, shown, largestTextBytes);
    if (!bytes.ok) return bytes.problem.code === 'data.fileEmpty' ? ok('') : bytes;
    const text = decodeText(bytes.value);
    return text.includes('\0')
      ? refuse('data.textBinary', { file: shown }, { place: { file } })
      : ok(text);
  };
  const check = async (file: string, shown: string): Promise<Problem | null> => {
    const text = await read(file, shown);
    return text.ok ? null : text.problem;
  };
  return {
    feature: {
      name: 'text',
      role: 'input',
      kind: 'text',
      shape: [],
      dtype: 'text',
      classes: null,
    },
    read,
    check,
    cells: (values) => ({ type: 'texts', values }),
    rowsAtOnce: 256,
    describe: async (parts, tell, signal) => {
      const lengths: number[] = [];
      const total = parts.reduce((sum, { count }) => sum + count, 0);
      let missing = 0;
      for (const part of parts) {
        await eachRow(part, signal, async (row) => {
          const text = await read(part.file(row), part.name(row));
          if (text.ok) lengths.push(text.value.length);
          else {
            missing += 1;
            warnings.add(text.problem);
          }
          if ((lengths.length + missing) % 500 === 0) tell((lengths.length + missing) / total);
        });
      }
      return { missing, numbers: numberStatistics(lengths) };
    },
  };
}
