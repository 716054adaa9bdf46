import { fileName, mostFrequent } from '#main/engine/data/files/folderSource.ts';
import { inParallel } from '#main/engine/data/files/inParallel.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { CellsByName, Chunk, OpenedSource, Rows } from '#main/engine/data/readers/reader.ts';
import { boxesIn } from '#shared/data/arithmetic/boxes.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { Result } from '#shared/problems/problem.ts';

/** Name of the feature. */
const name = 'boxes';

/** What is known of the objects in the pictures of a source. */
export interface BoxInput {
  readonly classNames: readonly string[];
  /** The boxes of a picture by its name below the folder, as text, one a line; `''`: there is no object in it. */
  readonly boxesOf: (picture: string) => Promise<Result<string>>;
  /** Features as the document has them. */
  readonly declared: readonly Feature[];
  readonly warnings: Warnings;
  /** Boxes that cannot be read are missing; else they end the reading with a problem. */
  readonly skipUnreadable: boolean;
  readonly signal: AbortSignal;
}

/** A source of pictures with the boxes of the objects in them. */
export function withBoxes(source: OpenedSource, input: BoxInput): OpenedSource {
  const { classNames } = input;
  const found: Feature = {
    name,
    role: 'target',
    kind: 'boxes',
    shape: [],
    dtype: 'text',
    classes: classNames.length,
    classNames,
  };
  const feature = input.declared.find((each) => each.name === name) ?? found;
  const read = async (pictures: Cells | undefined): Promise<Cells> => {
    const names = pictures?.type === 'texts' ? pictures.values : [];
    const values = await inParallel(names, async (picture) => {
      input.signal.throwIfAborted();
      const boxes = await input.boxesOf(picture ?? '');
      if (boxes.ok) return boxes.value;
      if (!input.skipUnreadable) throw new ReadFailure(boxes.problem);
      input.warnings.add(boxes.problem);
      return null;
    });
    return { type: 'texts', values };
  };
  const wanted = (names: readonly string[]) => [
    ...new Set(names.map((each) => (each === name ? fileName : each))),
  ];
  const add = async (names: readonly string[], cells: CellsByName): Promise<CellsByName> =>
    names.includes(name) ? { ...cells, [name]: await read(cells[fileName]) } : cells;
  const rowsWith = (rows: Rows): Rows => {
    const { gather } = rows;
    return {
      count: rows.count,
      async *stream(names): AsyncGenerator<Chunk> {
        for await (const chunk of rows.stream(wanted(names))) {
          yield { ...chunk, cells: await add(names, chunk.cells) };
        }
      },
      gather: gather && (async (names, rows) => add(names, await gather(wanted(names), rows))),
    };
  };
  const { train, test } = source;
  return {
    features: [...source.features, feature],
    train: rowsWith(train),
    test: test === null ? null : rowsWith(test),
    get problems() {
      return source.problems;
    },
    fingerprint: source.fingerprint,
    bytes: source.bytes,
    describe: async (tell, signal) => {
      const reports = (await source.describe?.(tell, signal)) ?? [];
      const counts = new Map<string, number>();
      let missing = 0;
      for await (const { cells } of train.stream([fileName])) {
        signal.throwIfAborted();
        const names = cells[fileName];
        for (const picture of names?.type === 'texts' ? names.values : []) {
          const boxes = await input.boxesOf(picture ?? '');
          if (!boxes.ok) {
            missing += 1;
            input.warnings.add(boxes.problem);
            continue;
          }
          for (const { label } of boxesIn(boxes.value)) {
            const named = feature.classNames?.[label] ?? String(label);
            counts.set(named, (counts.get(named) ?? 0) + 1);
          }
        }
      }
      const top = mostFrequent(counts);
      const own = { feature, missing, distinct: null, numbers: null, top, sizes: [] };
      return [...reports, own];
    },
    ...(source.countDuplicates === undefined
      ? {}
      : { countDuplicates: (signal) => source.countDuplicates?.(signal) ?? Promise.resolve(0) }),
    close: () => source.close(),
  };
}
