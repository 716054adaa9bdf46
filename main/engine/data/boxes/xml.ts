/** An element of a document: attributes are passed over. */
export interface XmlElement {
  readonly name: string;
  /** What stands in it beside other elements. */
  text: string;
  readonly children: XmlElement[];
}

/** Elements within each other. */
const deepest = 32;

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** What is between `<` and `>`: a slash, a name, attributes, a slash. */
const tagForm = /^(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)(\s[^<]*?)?(\/?)$/u;

/** The root of a document. */
interface Parsed {
  readonly root: XmlElement;
}

/** Why a document cannot be read, and where. */
interface Unreadable {
  readonly line: number;
  readonly found: string;
}

/**
 * Reads the part of XML that files of annotations are made of: elements, texts, comments, the five entities and characters by
 * number. A document type, which could define more entities, is refused.
 */
export function readXml(source: string): Parsed | Unreadable {
  const top: XmlElement = { name: '', text: '', children: [] };
  const open = [top];
  let at = 0;
  const stop = (from: number): Unreadable => ({
    line: source.slice(0, from).split('\n').length,
    found: source.slice(from, from + 40).split('\n')[0] ?? '',
  });
  while (at < source.length) {
    const inner = open.at(-1) ?? top;
    const start = source.indexOf('<', at);
    const text = plainText(source.slice(at, start < 0 ? undefined : start));
    if (text === null || (inner === top && text.trim() !== '')) return stop(at);
    inner.text += text;
    if (start < 0) break;
    const close = ['<!--', '<?'].find((each) => source.startsWith(each, start));
    const ending = close === '<!--' ? '-->' : close === '<?' ? '?>' : '>';
    const end = source.indexOf(ending, start);
    if (end < 0) return stop(start);
    at = end + ending.length;
    if (close !== undefined) continue;
    const [, slash, name = '', , single] = tagForm.exec(source.slice(start + 1, end)) ?? [];
    if (name === '') return stop(start);
    if (slash === '/') {
      if (inner === top || inner.name !== name) return stop(start);
      open.pop();
      continue;
    }
    if (open.length > deepest || (inner === top && top.children.length > 0)) return stop(start);
    const element: XmlElement = { name, text: '', children: [] };
    inner.children.push(element);
    if (single !== '/') open.push(element);
  }
  const [root] = top.children;
  return root === undefined || open.length > 1 ? stop(source.length) : { root };
}

/** A text with its entities replaced; null: one is not known. */
function plainText(text: string): string | null {
  const unknown: string[] = [];
  const plain = text.replace(/&([^;\s]{0,8});?/g, (_, name: string) => {
    const [, base, digits = ''] = /^#(x?)([0-9a-f]{1,6})$/i.exec(name) ?? [];
    const point = Number.parseInt(digits, base === '' ? 10 : 16);
    const found =
      digits === '' ? entities[name] : point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
    if (found === undefined) unknown.push(name);
    return found ?? '';
  });
  return unknown.length === 0 ? plain : null;
}

/** Text of the first element of a name within another; null: there is none. */
export function textIn(element: XmlElement | undefined, name: string): string | null {
  return element?.children.find((each) => each.name === name)?.text.trim() ?? null;
}
