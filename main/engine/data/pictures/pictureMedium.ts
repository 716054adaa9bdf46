import type { FileRows } from '#main/engine/data/files/classFolders.ts';
import type { Medium } from '#main/engine/data/files/folderSource.ts';
import { eachRow, mostFrequent } from '#main/engine/data/files/folderSource.ts';
import { breathe } from '#main/engine/data/files/inParallel.ts';
import type { Warnings } from '#main/engine/data/files/warnings.ts';
import { decodePicture } from '#main/engine/data/pictures/decodePicture.ts';
import { framesOf, probePicture } from '#main/engine/data/pictures/probePicture.ts';
import type { Picture } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { Shape } from '#shared/shape/shape.ts';
import { ok } from '#shared/problems/problem.ts';

/** How the pictures of a source are wanted. */
export interface PictureSettings {
  readonly channels: 'auto' | 1 | 3;
  /** Pixels; 0: as they are. */
  readonly height: number;
  readonly width: number;
}

/** What `pictureSettings` reads of a source's parameters. */
export function pictureSettings(params: Readonly<Record<string, unknown>>): PictureSettings {
  const height = Number(params['height'] ?? 0);
  const width = Number(params['width'] ?? 0);
  const channels = params['channels'];
  return {
    channels: channels === '1' ? 1 : channels === '3' ? 3 : 'auto',
    height: height > 0 ? height : width,
    width: width > 0 ? width : height,
  };
}

/** Time that a look at the pictures may take before a source is opened, and how many are looked at in any case. */
const lookMs = 250;
const lookAtLeast = 16;

/** Bytes of decoded pictures held at a time. */
const heldBytes = 48 * 2 ** 20;

/**
 * Reads pictures. Channels and size are those of the settings, then those that the document declares, then what a look at
 * pictures spread over all rows says: one size for all where they agree.
 */
export async function pictureMedium(
  name: string,
  parts: readonly FileRows[],
  settings: PictureSettings,
  declared: readonly Feature[],
  warnings: Warnings,
): Promise<Medium<Picture>> {
  const isSized = settings.height > 0;
  const known = declared.find((feature) => feature.name === name)?.shape ?? null;
  const look = known !== null && known.length === 3 ? null : await lookAt(parts);
  const channels =
    settings.channels === 'auto' ? asChannels(known?.[2] ?? look?.channels) : settings.channels;
  const height = isSized ? settings.height : (known?.[0] ?? look?.height ?? null);
  const width = isSized ? settings.width : (known?.[1] ?? look?.width ?? null);
  const wish = { height: height ?? 0, width: width ?? 0, channels };
  const isFixed = height !== null && width !== null;
  const feature: Feature = {
    name,
    role: 'input',
    kind: 'image',
    shape: isFixed ? [height, width, channels] : [null, null, channels],
    dtype: 'uint8',
    classes: null,
  };
  const tellFrames = (frames: number, file: string, shown: string): void => {
    if (frames <= 1) return;
    const values = { file: shown, frames };
    warnings.add({ code: 'data.pictureAnimated', severity: 'warning', values, place: { file } });
  };
  return {
    feature,
    read: async (file, shown) => {
      const decoded = await decodePicture(
        file,
        isFixed ? wish : { ...wish, height: 0, width: 0 },
        shown,
      );
      if (!decoded.ok) return decoded;
      const { picture, frames } = decoded.value;
      tellFrames(frames, file, shown);
      return ok(picture);
    },
    check: async (file, shown) => {
      const found = await probePicture(file, shown);
      return found.ok ? null : found.problem;
    },
    cells: (values) => ({ type: 'pictures', values }),
    rowsAtOnce: rowsAtOnce(isFixed ? height * width * channels : (look?.bytes ?? 3_000_000)),
    describe: async (rows, tell, signal) => {
      const counts = new Map<string, number>();
      const total = rows.reduce((sum, { count }) => sum + count, 0);
      let missing = 0;
      let done = 0;
      for (const part of rows) {
        await eachRow(part, signal, async (row) => {
          const found = await probePicture(part.file(row), part.name(row));
          if (found.ok) {
            const [file, shown] = [part.file(row), part.name(row)];
            tellFrames(await framesOf(file, found.value), file, shown);
            const size = `${found.value.height}×${found.value.width}×${found.value.channels}`;
            counts.set(size, (counts.get(size) ?? 0) + 1);
          } else {
            missing += 1;
            warnings.add(found.problem);
          }
          done += 1;
          if (done % 500 === 0) tell(done / total);
        });
      }
      return {
        feature: { ...feature, shape: shapeOf(counts, feature.shape, settings) },
        missing,
        sizes: mostFrequent(counts),
      };
    },
  };
}

/** The shape that all pictures have: where they differ, their size is open, and one in colour makes all so. */
function shapeOf(
  counts: ReadonlyMap<string, number>,
  shape: Shape | null,
  settings: PictureSettings,
): Shape {
  const found = [...counts.keys()].map((size) => size.split('×').map(Number));
  const common = (axis: number) => {
    const sizes = new Set(found.map((size) => size[axis] ?? 0));
    return sizes.size === 1 ? ([...sizes][0] ?? null) : null;
  };
  const isSame = common(0) !== null && common(1) !== null;
  const channels = settings.channels === 'auto' ? asChannels(common(2)) : settings.channels;
  if (settings.height > 0) return [settings.height, settings.width, channels];
  if (found.length === 0) return shape ?? [null, null, channels];
  return [isSame ? common(0) : null, isSame ? common(1) : null, channels];
}

function asChannels(found: number | null | undefined): 1 | 3 {
  return found === 1 ? 1 : 3;
}

function rowsAtOnce(bytes: number): number {
  return Math.min(256, Math.max(4, Math.floor(heldBytes / Math.max(bytes, 1))));
}

/** What pictures spread over all rows are like. `height`, `width` null: they differ. */
async function lookAt(parts: readonly FileRows[]) {
  const started = performance.now();
  let channels: 1 | 3 = 1;
  let height: number | null | undefined;
  let width: number | null | undefined;
  let bytes = 0;
  let seen = 0;
  for (const [rows, row] of spread(parts)) {
    if (seen >= lookAtLeast && performance.now() - started > lookMs) break;
    const found = await probePicture(rows.file(row));
    if (!found.ok) continue;
    seen += 1;
    if (seen % 64 === 0) await breathe();
    if (found.value.channels === 3) channels = 3;
    height = height === undefined || height === found.value.height ? found.value.height : null;
    width = width === undefined || width === found.value.width ? found.value.width : null;
    bytes = Math.max(bytes, found.value.height * found.value.width * 3);
  }
  if (seen === 0) channels = 3;
  return { channels, height: height ?? null, width: width ?? null, bytes };
}

/** All rows, far ones before near ones: steps of 512, then what lies between. */
function* spread(parts: readonly FileRows[]): Generator<readonly [FileRows, number]> {
  for (const stride of [512, 32, 1]) {
    for (const rows of parts) {
      for (let row = 0; row < rows.count; row += stride) {
        const isSeen = stride === 32 ? row % 512 === 0 : stride === 1 && row % 32 === 0;
        if (!isSeen) yield [rows, row];
      }
    }
  }
}
