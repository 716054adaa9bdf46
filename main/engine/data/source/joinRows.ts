import type { CellsByName, Chunk, Rows } from '#main/engine/data/readers/reader.ts';

/** The rows of a training part, then those of a validation part; `part` is the feature that says which a row is of. */
export function joinRows(part: string, train: Rows, validation: Rows): Rows {
  const parts = [
    { name: 'train', rows: train, start: 0 },
    { name: 'validation', rows: validation, start: train.count },
  ];
  return {
    count: train.count + validation.count,
    gather: null,
    async *stream(names): AsyncGenerator<Chunk> {
      const own = names.filter((name) => name !== part);
      for (const { name, rows, start } of parts) {
        for await (const { from, count, cells } of rows.stream(own)) {
          const values = Array.from({ length: count }, () => name);
          const said: CellsByName = { [part]: { type: 'texts', values } };
          const isAsked = own.length < names.length;
          yield { from: start + from, count, cells: isAsked ? { ...cells, ...said } : cells };
        }
      }
    },
  };
}
