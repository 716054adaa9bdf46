import { open } from 'node:fs/promises';
import { Zip, ZipPassThrough } from 'fflate';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { DataWriter } from '#main/engine/data/writers/preparedTable.ts';
import { pieceRows } from '#main/engine/data/writers/preparedTable.ts';
import { npyHead } from '#main/engine/formats/encodeNpy.ts';

/** An array for each column of each part: `x_train`, `x_validation`, `y_train`, …, as `numpy.load` reads them. */
export const npz: DataWriter = {
  ending: '.npz',
  async write({ columns, parts }, file, tell, signal) {
    const output = await open(file, 'wx');
    try {
      let waiting: Uint8Array[] = [];
      let failure: Error | null = null;
      const zip = new Zip((error, bytes) => {
        if (error !== null) failure = error;
        else waiting.push(bytes);
      });
      const flush = async () => {
        const ready = waiting;
        waiting = [];
        for (const bytes of ready) await output.write(bytes);
        if (failure !== null) throw failure;
      };
      const total = Math.max(1, columns.length * parts.reduce((sum, { count }) => sum + count, 0));
      let done = 0;
      for (const [column, { name, shape, dtype }] of columns.entries()) {
        for (const part of parts) {
          const entry = new ZipPassThrough(`${name}_${part.name}.npy`);
          // The same data give the same file.
          entry.mtime = new Date(1980, 0, 1);
          zip.add(entry);
          entry.push(npyHead(dtype, [part.count, ...shape]));
          for (let from = 0; from < part.count; from += pieceRows) {
            signal.throwIfAborted();
            const to = Math.min(part.count, from + pieceRows);
            const values = await part.values(column, from, to);
            const typed = dtype === 'int32' ? Int32Array.from(values) : Float32Array.from(values);
            if (typed.length !== (to - from) * sizeOf(shape))
              throw new Error('Values are missing.');
            entry.push(new Uint8Array(typed.buffer));
            done += to - from;
            await flush();
            tell(done / total);
          }
          entry.push(new Uint8Array(), true);
        }
      }
      zip.end();
      await flush();
      await output.sync();
    } finally {
      await output.close();
    }
  },
};
