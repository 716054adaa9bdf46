import { rename, rm } from 'node:fs/promises';
import { newCacheFile } from '#main/engine/data/tables/cacheFile.ts';
import { convertTable } from '#main/engine/data/tables/convertTable.ts';
import { csv } from '#main/engine/data/writers/csv.ts';
import type { DataWriter } from '#main/engine/data/writers/preparedTable.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';

/** The lines of the CSV writer as Parquet, by DuckDB. */
export const parquet: DataWriter = {
  ending: '.parquet',
  async write(table, file, tell, signal) {
    const lines = newCacheFile('.csv');
    const written = `${file}.parquet`;
    try {
      await csv.write(
        table,
        lines,
        (fraction) => {
          tell(fraction / 2);
        },
        signal,
      );
      const converted = await convertTable(lines, written, {
        signal,
        tell: (_, fraction) => {
          tell((1 + fraction) / 2);
        },
      });
      if (!converted.ok) throw new ReadFailure(converted.problem);
      await rename(written, file);
    } finally {
      await rm(lines, { force: true });
      await rm(written, { force: true });
    }
  },
};
