import { z } from 'zod';
import { readWhole } from '#main/engine/data/files/readWhole.ts';
import { naturalOrder } from '#main/engine/data/files/naturalOrder.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** A longer description is refused: it would have to be in memory as a whole. */
const largestBytes = 256 * 2 ** 20;

const id = z.union([z.number(), z.string()]);
const schema = z.looseObject({
  images: z.array(
    z.looseObject({
      id,
      file_name: z.string().min(1).max(4096),
      width: z.number().positive().optional(),
      height: z.number().positive().optional(),
    }),
  ),
  annotations: z.array(
    z.looseObject({ id: id.optional(), image_id: id, category_id: id, bbox: z.unknown() }),
  ),
  categories: z.array(z.looseObject({ id, name: z.string().max(1000) })),
});

/** Objects in pictures as COCO describes them. */
export interface CocoFile {
  /** Paths of the pictures, in natural order. */
  readonly pictures: readonly string[];
  readonly classNames: readonly string[];
  /** Boxes of a picture as text, one a line, or why they cannot be read. */
  readonly boxes: ReadonlyMap<string, Result<string>>;
}

/** Reads a description. Problems: those of `readWhole`, `boxes.badFile`; of a picture's boxes: `boxes.badBox`. */
export async function readCoco(file: string): Promise<Result<CocoFile>> {
  const place = { place: { file } };
  const bytes = await readWhole(file, file, largestBytes);
  if (!bytes.ok) return bytes;
  let parsed: z.infer<typeof schema>;
  try {
    parsed = schema.parse(JSON.parse(Buffer.from(bytes.value).toString('utf8')));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const reason =
      issue === undefined ? 'JSON' : `${issue.path.map(String).join('.')}: ${issue.message}`;
    return refuse('boxes.badFile', { file, reason }, place);
  }
  const categories = [...parsed.categories].sort((a, b) => order(a.id, b.id));
  const labels = new Map(categories.map((each, label) => [each.id, label]));
  const images = new Map(parsed.images.map((each) => [each.id, each]));
  const lines = new Map<string, string[]>();
  const broken = new Map<string, Problem>();
  for (const each of parsed.annotations) {
    const image = images.get(each.image_id);
    const label = labels.get(each.category_id);
    const box = boxOf(each.bbox, image?.width, image?.height);
    const values = { file, id: String(each.id ?? '?') };
    const problem: Problem = { code: 'boxes.badBox', severity: 'error', values, ...place };
    if (image === undefined) return fail(problem);
    if (label === undefined || box === null) {
      broken.set(image.file_name, problem);
      continue;
    }
    const own = lines.get(image.file_name) ?? [];
    own.push([label, ...box].join(' '));
    lines.set(image.file_name, own);
  }
  const pictures = [...new Set(parsed.images.map(({ file_name: name }) => name))];
  return ok({
    pictures: pictures.sort(naturalOrder),
    classNames: categories.map(({ name }) => name),
    boxes: new Map(
      pictures.map((name): [string, Result<string>] => {
        const problem = broken.get(name);
        return [
          name,
          problem === undefined ? ok((lines.get(name) ?? []).join('\n')) : fail(problem),
        ];
      }),
    ),
  });
}

function order(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : naturalOrder(String(left), String(right));
}

/** Middle and size as parts of the picture; COCO writes left, top, width and height in pixels. null: it is no box. */
function boxOf(
  given: unknown,
  width: number | undefined,
  height: number | undefined,
): readonly number[] | null {
  const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).safeParse(given);
  if (!box.success || width === undefined || height === undefined) return null;
  const [left, top, across, down] = box.data;
  // Half a pixel outside is rounding.
  const isInside =
    left >= -0.5 && top >= -0.5 && left + across <= width + 0.5 && top + down <= height + 0.5;
  if (!isInside || across < 0 || down < 0) return null;
  return [(left + across / 2) / width, (top + down / 2) / height, across / width, down / height];
}
