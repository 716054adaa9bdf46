import { statSync } from 'node:fs';
import type { WavFault, WavFormat } from '#main/engine/data/audio/wav.ts';
import { parseWav, wavFormat } from '#main/engine/data/audio/wav.ts';
import { fileHead } from '#main/engine/data/files/fileHead.ts';
import type { Medium } from '#main/engine/data/files/folderSource.ts';
import { eachRow } from '#main/engine/data/files/folderSource.ts';
import { numberStatistics } from '#main/engine/data/files/numberStatistics.ts';
import { readWhole } from '#main/engine/data/files/readWhole.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import type { Signal } from '#shared/data/arithmetic/cells.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

/** A longer file is refused; an hour of two channels at 44.1 kHz has 635 MB. */
const largestRecordingBytes = 512 * 2 ** 20;

/** Bytes that hold the head of nearly every file. */
const headBytes = 4096;

/**
 * Reads recordings. Problems: those of `readWhole`, `data.wavUnknown`, `data.wavCoding`, `data.cutShort`,
 * `data.wavEmpty`.
 */
export function recordingMedium(warnings: Warnings): Medium<Signal> {
  return {
    feature: {
      name: 'audio',
      role: 'input',
      kind: 'audio',
      shape: null,
      dtype: 'float32',
      classes: null,
    },
    read: readRecording,
    check: async (file, shown) => {
      const format = await formatOf(file, shown);
      return format.ok ? null : format.problem;
    },
    cells: (values) => ({ type: 'signals', values }),
    rowsAtOnce: 32,
    describe: async (parts, tell, signal) => {
      const seconds: number[] = [];
      const total = parts.reduce((sum, { count }) => sum + count, 0);
      let missing = 0;
      for (const part of parts) {
        await eachRow(part, signal, async (row) => {
          const format = await formatOf(part.file(row), part.name(row));
          if (format.ok) {
            const { bytes, channels, bits, rate } = format.value;
            seconds.push(bytes / ((channels * bits) / 8) / rate);
          } else {
            missing += 1;
            warnings.add(format.problem);
          }
          if ((seconds.length + missing) % 500 === 0) tell((seconds.length + missing) / total);
        });
      }
      return { missing, numbers: numberStatistics(seconds) };
    },
  };
}

async function readRecording(file: string, shown: string): Promise<Result<Signal>> {
  const bytes = await readWhole(file, shown, largestRecordingBytes);
  if (!bytes.ok) return bytes;
  const parsed = parseWav(bytes.value);
  return 'fault' in parsed ? fail(asProblem(parsed, file, shown, bytes.value.length)) : ok(parsed);
}

async function formatOf(file: string, shown: string): Promise<Result<WavFormat>> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const format = wavFormat(fileHead(file, headBytes), size);
  if (!('fault' in format)) return ok(format);
  // The head may lie behind a long list of titles, or the file is not what it seems: the whole is read to be sure.
  const bytes = await readWhole(file, shown, largestRecordingBytes);
  if (!bytes.ok) return bytes;
  const whole = wavFormat(bytes.value);
  return 'fault' in whole ? fail(asProblem(whole, file, shown, size)) : ok(whole);
}

const codes: Readonly<Record<WavFault['fault'], string>> = {
  notWav: 'data.wavUnknown',
  coding: 'data.wavCoding',
  cutShort: 'data.wavCutShort',
  empty: 'data.wavEmpty',
};

function asProblem(
  { fault, type, expected }: WavFault,
  file: string,
  shown: string,
  actual: number,
): Problem {
  return {
    code: codes[fault],
    severity: 'error',
    values: { file: shown, actual, expected: expected ?? null, type: type ?? null },
    place: { file },
  };
}
