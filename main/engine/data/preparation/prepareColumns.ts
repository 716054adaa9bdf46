import type { ColumnRequest } from '#main/engine/data/preparation/columnPlan.ts';
import {
  asKept,
  classesOf,
  divisorOf,
  lastDivision,
  requestKey,
} from '#main/engine/data/preparation/columnPlan.ts';
import type { ToNumbers } from '#main/engine/data/preparation/numbersOf.ts';
import { numbersOf } from '#main/engine/data/preparation/numbersOf.ts';
import type { Action, StepPlan } from '#shared/data/planSteps.ts';
import { neededFeatures } from '#shared/data/planSteps.ts';
import { remainingActions } from '#main/engine/data/preparation/preparation.ts';
import type { CellsByName } from '#main/engine/data/readers/reader.ts';
import type { CellsOnTheWay, Learned } from '#main/engine/data/preparation/runAction.ts';
import { runAction } from '#main/engine/data/preparation/runAction.ts';
import type { StagedRows } from '#main/engine/data/preparation/stagedRows.ts';
import { streamStaged } from '#main/engine/data/preparation/stagedRows.ts';
import type { Column, Values } from '#main/engine/data/source/table.ts';
import { emptyLike, sizeOf } from '#main/engine/data/source/table.ts';
import type { Feed, PreparedPiece } from '#main/engine/feed/feed.ts';
import { openFeed } from '#main/engine/feed/openFeed.ts';
import type { NumberCells } from '#shared/data/arithmetic/cells.ts';
import type { PreparationStep } from '#shared/data/data.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

/** A column as a model gets it, in memory or on disk. */
export interface ReadyColumn {
  readonly name: string;
  /** Shape of one row. */
  readonly shape: readonly number[];
  /** Number of classes, of a column that holds class numbers; null: it holds none. */
  readonly classes: number | null;
  /** null: it lies on disk. */
  readonly column: Column | null;
  /** What every value must still be divided by. */
  readonly divisor: number;
  /** Where it lies on disk, in the order of the source; null: it is in memory. */
  readonly place: {
    readonly feed: Feed;
    readonly index: number;
    /** How many rows later its values are taken from. */
    readonly offset: number;
  } | null;
}

/** The columns of a part of a source. */
export interface ReadyTable {
  /** Number of rows of every column. */
  readonly count: number;
  readonly columns: ReadonlyMap<string, ReadyColumn>;
  close(): Promise<void>;
}

/** What columns are made of. */
export interface ColumnsInput {
  readonly steps: readonly PreparationStep[];
  readonly plan: StepPlan;
  readonly staged: StagedRows;
  readonly learned: Learned;
  readonly requests: readonly ColumnRequest[];
  /** Row of the source at each place of a column; null: each row at its own. */
  readonly order: Uint32Array | null;
  /** 1 for the rows of the source that examples are made of; null: all. */
  readonly used: Uint8Array | null;
  /** Changes with the source. */
  readonly fingerprint: string;
  /** Most bytes of columns in memory. */
  readonly budget: number;
  readonly tell: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/** One feature on its way into a column. */
interface Part {
  readonly name: string;
  readonly toNumbers: ToNumbers;
  /** The division that may be left for later. */
  readonly division: Action | null;
}

/** A column in the making. */
interface Making {
  readonly request: ColumnRequest;
  readonly parts: readonly Part[];
}

/** What a first piece tells of a column. */
interface Measured extends Making {
  readonly shape: readonly number[];
  readonly sizes: readonly number[];
  readonly isDivided: boolean;
  readonly sample: Values;
}

/**
 * Prepares columns in one pass over the rows. What lies in memory as it is needed is not copied; what does not fit into the
 * budget is written to disk, small columns stay in memory first. Reading problems end it with a ReadFailure.
 */
export async function prepareColumns(input: ColumnsInput): Promise<Result<ReadyTable>> {
  const { plan, staged, requests, order, steps } = input;
  const count = order?.length ?? staged.source.count;
  const wanted = neededFeatures(
    steps,
    requests.flatMap(({ names }) => names),
    false,
  );
  const actions = remainingActions(plan, staged, wanted);
  const columns = new Map<string, ReadyColumn>();
  const makings: Making[] = [];
  for (const request of requests) {
    const asItIs = columnAsItIs(input, request, actions);
    if (asItIs !== null) columns.set(requestKey(request), asItIs);
    else
      makings.push({
        request,
        parts: request.names.map((name) => partOf(input, name, actions, request)),
      });
  }
  const feeds: Feed[] = [];
  const close = async () => {
    for (const feed of feeds) await feed.close();
  };
  if (makings.length > 0 && count > 0) {
    const measured = await measure(input, makings, actions);
    const inMemory = thatFit(measured, count, input.budget);
    const made = await fill(input, inMemory, actions, count);
    for (const [index, making] of inMemory.entries()) {
      const values = made[index];
      if (values !== undefined)
        columns.set(requestKey(making.request), inMemoryColumn(input, making, values));
    }
    const onDisk = measured.filter((making) => !inMemory.includes(making));
    if (onDisk.length > 0) {
      const feed = await openFeed({
        columns: onDisk.map(({ request, shape, sample }) => ({
          name: request.names.join(', '),
          shape,
          dtype: dtypeOf(sample),
        })),
        rowCount: staged.source.count,
        key: JSON.stringify([
          input.fingerprint,
          steps,
          [...input.learned],
          onDisk.map(({ request }) => request),
        ]),
        prepared: () => preparedPieces(input, onDisk, actions),
        gather: gathering(input, onDisk, actions),
        tell: input.tell,
        signal: input.signal,
      });
      if (!feed.ok) return feed;
      feeds.push(feed.value);
      for (const [index, making] of onDisk.entries()) {
        columns.set(requestKey(making.request), {
          ...described(input, making),
          column: null,
          place: { feed: feed.value, index, offset: making.request.offset },
        });
      }
    }
  }
  return ok({ count, columns, close });
}

/** A feature that lies in memory and needs nothing but a division. */
function columnAsItIs(
  { plan, staged, order }: ColumnsInput,
  { names, offset }: ColumnRequest,
  actions: readonly Action[],
): ReadyColumn | null {
  const [name = ''] = names;
  if (names.length !== 1 || offset !== 0 || order !== null || staged.wholes.has(name)) return null;
  const own = actions.filter((action) => action.names.includes(name));
  const division = lastDivision(actions, name);
  if (own.length > (division === null ? 0 : 1)) return null;
  const cells = staged.source.whole?.(name);
  const feature = plan.after.get(name);
  if (cells?.type !== 'numbers' || feature === undefined) return null;
  if (cells.values instanceof Float64Array) return null;
  // What may be missing is looked at on the way into a column.
  if (cells.values instanceof Float32Array && cells.values.some((value) => value !== value))
    return null;
  return {
    name,
    shape: cells.shape,
    classes: feature.classes,
    column: { name, shape: cells.shape, values: cells.values, classes: classesOf(feature) },
    divisor: division === null ? 1 : divisorOf(division),
    place: null,
  };
}

function partOf(
  { plan }: ColumnsInput,
  name: string,
  actions: readonly Action[],
  { names }: ColumnRequest,
): Part {
  const feature = plan.after.get(name);
  if (feature === undefined) throw new Error(`The source has no ${name}.`);
  const division = names.length === 1 ? lastDivision(actions, name) : null;
  return { name, toNumbers: numbersOf(feature), division };
}

/** Prepares a piece: by column, the numbers of its parts. A division that comes last is left out where it may be. */
function piecePreparer(
  { learned, used }: ColumnsInput,
  makings: readonly Making[],
  actions: readonly Action[],
) {
  const late = new Set(
    makings.flatMap(({ parts }) => parts.flatMap(({ division }) => division ?? [])),
  );
  // A feature that also goes elsewhere is divided for all.
  const names = makings.flatMap(({ parts }) => parts.map(({ name }) => name));
  const isShared = (name: string) => names.filter((each) => each === name).length > 1;
  for (const action of late) if (action.names.some(isShared)) late.delete(action);
  const isUsed = (row: number) => used === null || used[row] === 1;
  return (rowOf: (index: number) => number, given: CellsByName) => {
    const cells: CellsOnTheWay = new Map(Object.entries(given));
    for (const action of actions) if (!late.has(action)) runAction(action, learned, cells);
    return makings.map(({ parts }) =>
      parts.map(({ name, toNumbers, division }): { numbers: NumberCells; isDivided: boolean } => {
        const own = cells.get(name);
        if (own === undefined) throw new Error(`The source gave no ${name}.`);
        const isLate = division !== null && late.has(division);
        const numbers = toNumbers(own, rowOf, isUsed);
        if (!isLate) return { numbers, isDivided: true };
        if (numbers.values instanceof Uint8Array) return { numbers, isDivided: false };
        const only: CellsOnTheWay = new Map([[name, numbers]]);
        runAction(division, learned, only);
        const divided = only.get(name);
        return { numbers: divided?.type === 'numbers' ? divided : numbers, isDivided: true };
      }),
    );
  };
}

function sourceNames(actions: readonly Action[], makings: readonly Making[]): readonly string[] {
  return [
    ...new Set([
      ...makings.flatMap(({ request }) => request.names),
      ...actions.flatMap(({ names }) => names),
    ]),
  ];
}

/** Only the calls that these columns need. */
function actionsFor(actions: readonly Action[], makings: readonly Making[]): readonly Action[] {
  const names = new Set(makings.flatMap(({ request }) => request.names));
  const needed: Action[] = [];
  for (const action of [...actions].reverse()) {
    if (!action.names.some((name) => names.has(name))) continue;
    for (const name of action.names) names.add(name);
    needed.unshift(action);
  }
  return needed;
}

/** Sizes and types of columns, of the first piece. */
async function measure(
  input: ColumnsInput,
  makings: readonly Making[],
  actions: readonly Action[],
): Promise<readonly Measured[]> {
  const own = actionsFor(actions, makings);
  const prepare = piecePreparer({ ...input, used: new Uint8Array() }, makings, own);
  for await (const chunk of streamStaged(input.staged, sourceNames(own, makings), input.signal)) {
    const pieces = prepare((index) => chunk.from + index, chunk.cells);
    return makings.map((making, index) => {
      const parts = pieces[index] ?? [];
      const [only] = parts;
      const sizes = parts.map(({ numbers }) => sizeOf(numbers.shape));
      const isJoined = parts.length !== 1 || only === undefined;
      return {
        ...making,
        sizes,
        shape: isJoined ? [sizes.reduce((sum, size) => sum + size, 0)] : only.numbers.shape,
        isDivided: isJoined || only.isDivided,
        sample: isJoined ? new Float32Array() : asKept(only.numbers.values.slice(0, 0)),
      };
    });
  }
  return [];
}

/** The columns that stay in memory: the smallest first, until the budget is used. */
function thatFit(
  measured: readonly Measured[],
  count: number,
  budget: number,
): readonly Measured[] {
  const bytes = ({ shape, sample }: Measured) => count * sizeOf(shape) * sample.BYTES_PER_ELEMENT;
  let left = budget;
  return [...measured]
    .sort((a, b) => bytes(a) - bytes(b))
    .filter((making) => {
      left -= bytes(making);
      return left >= 0;
    });
}

/** Values of columns, row after row in their order. */
async function fill(
  input: ColumnsInput,
  makings: readonly Measured[],
  actions: readonly Action[],
  count: number,
): Promise<readonly Values[]> {
  const columns = makings.map(({ shape, sample }) => emptyLike(sample, count * sizeOf(shape)));
  if (makings.length === 0) return columns;
  const own = actionsFor(actions, makings);
  const prepare = piecePreparer(input, makings, own);
  const places = placesOf(input.order, input.staged.source.count);
  for await (const chunk of streamStaged(input.staged, sourceNames(own, makings), input.signal)) {
    input.tell(chunk.from / input.staged.source.count);
    const pieces = prepare((index) => chunk.from + index, chunk.cells);
    for (const [index, making] of makings.entries()) {
      const values = columns[index];
      if (values === undefined) continue;
      const parts = (pieces[index] ?? []).map(({ numbers }) => numbers);
      write(values, making, parts, places, chunk);
    }
  }
  return columns;
}

/** The place of each row of the source, -1 for none; null: each at its own number. */
function placesOf(order: Uint32Array | null, rows: number): Int32Array | null {
  if (order === null) return null;
  const places = new Int32Array(rows).fill(-1);
  order.forEach((row, place) => {
    places[row] = place;
  });
  return places;
}

function write(
  column: Values,
  { sizes, request }: Measured,
  parts: readonly NumberCells[],
  places: Int32Array | null,
  { from, count }: { readonly from: number; readonly count: number },
): void {
  const size = sizes.reduce((sum, each) => sum + each, 0);
  let at = 0;
  for (const [index, { values }] of parts.entries()) {
    const own = sizes[index] ?? 0;
    if (places === null && request.offset === 0 && own === size) {
      column.set(values, from * size);
      return;
    }
    for (let row = 0; row < count; row += 1) {
      const place = (places === null ? from + row : (places[from + row] ?? -1)) - request.offset;
      if (place < 0) continue;
      for (let each = 0; each < own; each += 1) {
        column[place * size + at + each] = values[row * own + each] ?? 0;
      }
    }
    at += own;
  }
}

/** All rows of columns in the order of the source, a piece at a time. */
async function* preparedPieces(
  input: ColumnsInput,
  makings: readonly Measured[],
  actions: readonly Action[],
): AsyncGenerator<PreparedPiece> {
  const own = actionsFor(actions, makings);
  const prepare = piecePreparer(input, makings, own);
  for await (const piece of streamStaged(input.staged, sourceNames(own, makings), input.signal)) {
    const pieces = prepare((index) => piece.from + index, piece.cells);
    yield valuesOf(pieces, makings, piece.count);
  }
}

/** The columns of a piece, row after row. */
function valuesOf(
  pieces: ReturnType<ReturnType<typeof piecePreparer>>,
  makings: readonly Measured[],
  count: number,
): PreparedPiece {
  const values = makings.map((making, index) => {
    const made = emptyLike(making.sample, count * sizeOf(making.shape));
    const parts = (pieces[index] ?? []).map(({ numbers }) => numbers);
    const plain = { ...making, request: { ...making.request, offset: 0 } };
    write(made, plain, parts, null, { from: 0, count });
    return made;
  });
  return { count, values };
}

/** Prepares any rows; null: the source, or a step that needs all rows in order, does not allow it. */
function gathering(
  input: ColumnsInput,
  makings: readonly Measured[],
  actions: readonly Action[],
): ((rows: Uint32Array) => Promise<PreparedPiece>) | null {
  const { staged } = input;
  const { gather } = staged.source;
  if (gather === null || staged.wholes.size > 0) return null;
  const own = actionsFor(actions, makings);
  const names = sourceNames(own, makings);
  const prepare = piecePreparer(input, makings, own);
  return async (rows) => {
    const pieces = prepare((index) => rows[index] ?? 0, await gather(names, rows));
    return valuesOf(pieces, makings, rows.length);
  };
}

function described({ plan }: ColumnsInput, { request, shape, isDivided, parts }: Measured) {
  const [name = ''] = request.names;
  const division = parts[0]?.division ?? null;
  return {
    name: request.names.join(', '),
    shape,
    classes: request.names.length === 1 ? (plan.after.get(name)?.classes ?? null) : null,
    divisor: isDivided || division === null ? 1 : divisorOf(division),
  };
}

function inMemoryColumn(input: ColumnsInput, making: Measured, values: Values): ReadyColumn {
  const own = described(input, making);
  const [name = ''] = making.request.names;
  const feature = making.request.names.length === 1 ? input.plan.after.get(name) : undefined;
  const classes = feature === undefined ? null : classesOf(feature);
  return { ...own, column: { name: own.name, shape: own.shape, values, classes }, place: null };
}

function dtypeOf(values: Values): 'uint8' | 'int32' | 'float32' {
  if (values instanceof Uint8Array) return 'uint8';
  return values instanceof Int32Array ? 'int32' : 'float32';
}
