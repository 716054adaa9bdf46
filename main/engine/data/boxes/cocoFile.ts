import { z } from 'zod';
import type { BoxPlace } from '#main/engine/data/boxes/boxFaults.ts';
import {
  boxFault,
  boxLine,
  entryProblem,
  unknownClass,
} from '#main/engine/data/boxes/boxFaults.ts';
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
  /** Annotations of pictures that are not listed. */
  readonly strays: readonly Problem[];
}

/**
 * Reads a description. Problems: those of `readWhole`, `boxes.badFile`; of a picture's boxes: `boxes.incomplete`, those of
 * `boxFault`; strays: `boxes.unlisted`.
 */
export async function readCoco(file: string): Promise<Result<CocoFile>> {
  const bytes = await readWhole(file, file, largestBytes);
  if (!bytes.ok) return bytes;
  let parsed: z.infer<typeof schema>;
  try {
    parsed = schema.parse(JSON.parse(Buffer.from(bytes.value).toString('utf8')));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const reason =
      issue === undefined ? 'JSON' : `${issue.path.map(String).join('.')}: ${issue.message}`;
    return refuse('boxes.badFile', { file, reason }, { place: { file } });
  }
  const categories = [...parsed.categories].sort((a, b) => order(a.id, b.id));
  const classNames = categories.map(({ name }) => name);
  const labels = new Map(categories.map((each, label) => [each.id, label]));
  const images = new Map(parsed.images.map((each) => [each.id, each]));
  const lines = new Map<string, string[]>();
  const broken = new Map<string, Problem>();
  const strays: Problem[] = [];
  for (const each of parsed.annotations) {
    const id = String(each.id ?? '?');
    const entry = { en: `Annotation ${id}`, 'zh-CN': `编号为 ${id} 的标注` };
    const place: BoxPlace = { file, shown: file, entry };
    const image = images.get(each.image_id);
    if (image === undefined) {
      strays.push(entryProblem('boxes.unlisted', place, { image: String(each.image_id) }));
      continue;
    }
    const line = lineOf(each, image, labels, classNames, place);
    if (!line.ok) {
      broken.set(image.file_name, line.problem);
      continue;
    }
    const own = lines.get(image.file_name) ?? [];
    own.push(line.value);
    lines.set(image.file_name, own);
  }
  const pictures = [...new Set(parsed.images.map(({ file_name: name }) => name))];
  return ok({
    pictures: pictures.sort(naturalOrder),
    classNames,
    boxes: new Map(
      pictures.map((name): [string, Result<string>] => {
        const problem = broken.get(name);
        return [
          name,
          problem === undefined ? ok((lines.get(name) ?? []).join('\n')) : fail(problem),
        ];
      }),
    ),
    strays,
  });
}

function order(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : naturalOrder(String(left), String(right));
}

const corner = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** The box of an annotation as the feature holds it; COCO writes left, top, width and height in pixels. */
function lineOf(
  { bbox, category_id: category }: z.infer<typeof schema>['annotations'][number],
  { width, height }: z.infer<typeof schema>['images'][number],
  labels: ReadonlyMap<string | number, number>,
  classNames: readonly string[],
  place: BoxPlace,
): Result<string> {
  const given = corner.safeParse(bbox);
  if (!given.success || width === undefined || height === undefined) {
    return fail(entryProblem('boxes.incomplete', place));
  }
  const label = labels.get(category);
  if (label === undefined) return fail(unknownClass(String(category), classNames, place));
  const [left, top, across, down] = given.data;
  const box = {
    label,
    x: (left + across / 2) / width,
    y: (top + down / 2) / height,
    width: across / width,
    height: down / height,
  };
  const fault = boxFault(box, classNames, place);
  return fault === null ? ok(boxLine(box)) : fail(fault);
}
