import { readFileSync } from 'node:fs';
import { readPictures } from './pictures.ts';

const characters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function textOf(xml: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml) ?? [];
  return text
    .trim()
    .replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, word: string) => {
      if (number === undefined) return characters[word] ?? whole;
      return String.fromCodePoint(Number.parseInt(word, number === '#' ? 10 : 16));
    });
}

/**
 * Boxes in a file of Pascal VOC, a line `class x y width height` each, parts of the picture: of their corners in pixels. Where
 * the file says no size, the picture has it.
 */
export async function readVoc(
  file: string | null,
  picture: string,
  classNames: readonly string[],
): Promise<string> {
  if (file === null) return '';
  // Parts of an object have names and boxes of their own.
  const xml = readFileSync(file, 'utf8')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<part>[\s\S]*?<\/part>/g, '');
  let [width = 0, height = 0] = ['width', 'height'].map((name) => Number(textOf(xml, name)));
  if (!(width > 0 && height > 0)) {
    const { values } = await readPictures([picture], { height: 0, width: 0, channels: 3 });
    [width, height] = [values[0]?.width ?? NaN, values[0]?.height ?? NaN];
  }
  const objects = [...xml.matchAll(/<object(?:\s[^>]*)?>([\s\S]*?)<\/object>/g)];
  return objects
    .map(([, inner = '']) => {
      const label = classNames.indexOf(textOf(inner, 'name'));
      const corner = (name: string) => Number(textOf(inner, name) || NaN);
      const [left, right] = [corner('xmin') / width, corner('xmax') / width];
      const [top, bottom] = [corner('ymin') / height, corner('ymax') / height];
      const box = [label, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top];
      if (label < 0 || !box.every(Number.isFinite)) throw new Error(`${file}: ${inner} is no box.`);
      return box.join(' ');
    })
    .join('\n');
}
