import type { FileRows } from '#main/engine/data/files/classFolders.ts';
import { someRows } from '#main/engine/data/files/classFolders.ts';
import {
  eachRow,
  fileName,
  folderSource,
  mostFrequent,
} from '#main/engine/data/files/folderSource.ts';
import { inParallel } from '#main/engine/data/files/inParallel.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import type { PictureParts } from '#main/engine/data/boxes/boxFolder.ts';
import { pictureMedium, pictureSettings } from '#main/engine/data/pictures/pictureMedium.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type {
  CellsByName,
  Chunk,
  OpenContext,
  OpenedSource,
  Rows,
} from '#main/engine/data/readers/reader.ts';
import { boxesIn } from '#shared/data/arithmetic/boxes.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import type { Result } from '#shared/problems/problem.ts';

/** Name of the feature. */
const name = 'boxes';

/** What is known of the objects in the pictures of a source. */
export interface BoxInput {
  readonly pictures: PictureParts;
  readonly classNames: readonly string[];
  /** The boxes of a picture by its name below the folder, as text, one a line; `''`: there is no object in it. */
  readonly boxesOf: (picture: string) => Promise<Result<string>>;
  readonly warnings: Warnings;
  readonly fingerprint: string;
  readonly bytes: number;
}

/**
 * A source of pictures with the boxes of the objects in them. With the parameter `skipUnreadable`, pictures whose boxes cannot be
 * read are left out; else they end the reading with a problem.
 */
export async function boxesSource(
  input: BoxInput,
  params: ParamValues,
  { features: declared, signal }: OpenContext,
): Promise<OpenedSource> {
  const { boxesOf, warnings, fingerprint, bytes } = input;
  const skipUnreadable = params['skipUnreadable'] === true;
  const usable = async (rows: FileRows) => {
    if (!skipUnreadable) return rows;
    const kept: number[] = [];
    await eachRow(rows, signal, async (row) => {
      const boxes = await boxesOf(rows.name(row));
      if (boxes.ok) kept.push(row);
      else warnings.add(boxes.problem);
    });
    return someRows(rows, Uint32Array.from(kept));
  };
  const train = await usable(input.pictures.train);
  const test = input.pictures.test && (await usable(input.pictures.test));
  const parts = test === null ? [train] : [train, test];
  const { hasValidation } = input.pictures;
  const source = await folderSource({
    folders: { classNames: null, train, test, hasValidation, strays: [] },
    medium: await pictureMedium('image', parts, pictureSettings(params), declared, warnings),
    ...{ warnings, declared, fingerprint, bytes, skipUnreadable, signal },
  });
  return withBoxes(source, input, declared, signal);
}

function withBoxes(
  source: OpenedSource,
  { classNames, boxesOf, warnings }: BoxInput,
  declared: readonly Feature[],
  signal: AbortSignal,
): OpenedSource {
  const found: Feature = {
    name,
    role: 'target',
    kind: 'boxes',
    shape: [],
    dtype: 'text',
    classes: classNames.length,
    classNames,
  };
  const feature = declared.find((each) => each.name === name) ?? found;
  const read = async (pictures: Cells | undefined): Promise<Cells> => {
    const names = pictures?.type === 'texts' ? pictures.values : [];
    const values = await inParallel(names, async (picture) => {
      signal.throwIfAborted();
      const boxes = await boxesOf(picture ?? '');
      if (!boxes.ok) throw new ReadFailure(boxes.problem);
      return boxes.value;
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
    describe: async (tell, stop) => {
      const reports = (await source.describe?.(tell, stop)) ?? [];
      const counts = new Map<string, number>();
      let missing = 0;
      for await (const { cells } of train.stream([fileName])) {
        stop.throwIfAborted();
        const names = cells[fileName];
        for (const picture of names?.type === 'texts' ? names.values : []) {
          const boxes = await boxesOf(picture ?? '');
          if (!boxes.ok) {
            missing += 1;
            warnings.add(boxes.problem);
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
      : { countDuplicates: (stop) => source.countDuplicates?.(stop) ?? Promise.resolve(0) }),
    close: () => source.close(),
  };
}
