/**
 * Text that knows where it may break, after Wadler's "A prettier printer" (1998). A group is set on one line
 * where it fits and is broken at all its lines where it does not: what prettier and black do.
 */
export type Layout =
  | string
  | readonly Layout[]
  | { readonly type: 'group'; readonly content: Layout; readonly broken: boolean }
  | { readonly type: 'indent'; readonly content: Layout }
  | { readonly type: 'line'; readonly flat: string }
  | { readonly type: 'hardLine' }
  | { readonly type: 'ifBroken'; readonly broken: string }
  | { readonly type: 'remark'; readonly text: string }
  | { readonly type: 'mark'; readonly key: string; readonly content: Layout };

/** First and last line of a part of the text, 1-based. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Breaks into a new line, or is a space. */
export const line: Layout = { type: 'line', flat: ' ' };
/** Breaks into a new line, or is nothing. */
export const softLine: Layout = { type: 'line', flat: '' };
/** A new line in any case; breaks the groups around it. */
export const hardLine: Layout = { type: 'hardLine' };

/** Content that stands on one line if it fits. */
export function group(content: Layout): Layout {
  return { type: 'group', content, broken: forcesBreak(content) };
}

/** A group that is always broken. */
export function brokenGroup(content: Layout): Layout {
  return { type: 'group', content, broken: true };
}

/** Content whose new lines start one step further right. */
export function indent(content: Layout): Layout {
  return { type: 'indent', content };
}

/** Text that appears only where the group around it is broken: a trailing comma. */
export function ifBroken(broken: string): Layout {
  return { type: 'ifBroken', broken };
}

/** A remark for the end of the line; it does not count when lines are measured. */
export function remark(text: string): Layout {
  return { type: 'remark', text };
}

/** Content whose lines are reported under `key`; several marks of one key give one range around them. */
export function mark(key: string, content: Layout): Layout {
  return { type: 'mark', key, content };
}

/** Items with a separator between them. */
export function join(separator: Layout, items: readonly Layout[]): Layout {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

/** Each statement on a line of its own, after a new line. */
export function onLines(statements: readonly Layout[]): Layout {
  return statements.flatMap((statement) => [hardLine, statement]);
}

function forcesBreak(layout: Layout): boolean {
  if (typeof layout === 'string') return false;
  if (isList(layout)) return layout.some(forcesBreak);
  if (layout.type === 'hardLine') return true;
  if (layout.type === 'group') return layout.broken;
  return layout.type === 'indent' || layout.type === 'mark' ? forcesBreak(layout.content) : false;
}

function isList(layout: Layout): layout is readonly Layout[] {
  return Array.isArray(layout);
}

interface Command {
  readonly depth: number;
  readonly isBroken: boolean;
  readonly layout: Layout | { readonly type: 'endMark'; readonly key: string };
}

/** Sets a layout in lines of `width` columns where possible; `step` is one indentation. */
export function render(
  layout: Layout,
  width: number,
  step: string,
): { readonly text: string; readonly lines: ReadonlyMap<string, LineRange> } {
  const done: string[] = [];
  const ranges = new Map<string, LineRange>();
  const starts = new Map<string, number>();
  let current = '';
  let remarks = '';
  const rest: Command[] = [{ depth: 0, isBroken: true, layout }];

  const endLine = () => {
    done.push((current + remarks).trimEnd());
    current = '';
    remarks = '';
  };

  for (let command = rest.pop(); command !== undefined; command = rest.pop()) {
    const { depth, isBroken, layout: part } = command;
    if (typeof part === 'string') {
      current += part;
    } else if (isListOf(part)) {
      for (const item of [...part].reverse()) rest.push({ depth, isBroken, layout: item });
    } else {
      switch (part.type) {
        case 'group': {
          const flat: Command = { depth, isBroken: false, layout: part.content };
          const fits = !part.broken && fitsIn(width - columns(current), flat, rest);
          rest.push(fits ? flat : { depth, isBroken: true, layout: part.content });
          break;
        }
        case 'indent':
          rest.push({ depth: depth + 1, isBroken, layout: part.content });
          break;
        case 'line':
          if (isBroken) {
            endLine();
            current = step.repeat(depth);
          } else {
            current += part.flat;
          }
          break;
        case 'hardLine':
          endLine();
          current = step.repeat(depth);
          break;
        case 'ifBroken':
          if (isBroken) current += part.broken;
          break;
        case 'remark':
          remarks += part.text;
          break;
        case 'mark':
          starts.set(part.key, Math.min(starts.get(part.key) ?? Infinity, done.length + 1));
          rest.push({ depth, isBroken, layout: { type: 'endMark', key: part.key } });
          rest.push({ depth, isBroken, layout: part.content });
          break;
        case 'endMark':
          ranges.set(part.key, { from: starts.get(part.key) ?? 1, to: done.length + 1 });
          break;
      }
    }
  }
  endLine();
  return { text: `${done.join('\n').trimEnd()}\n`, lines: ranges };
}

function isListOf(part: Command['layout']): part is readonly Layout[] {
  return Array.isArray(part);
}

/** Whether everything up to the next line break stays within `room` columns. */
function fitsIn(room: number, first: Command, rest: readonly Command[]): boolean {
  const stack: Command[] = [first];
  let restIndex = rest.length;
  let left = room;
  while (left >= 0) {
    let command = stack.pop();
    if (command === undefined) {
      restIndex -= 1;
      command = rest[restIndex];
      if (command === undefined) return true;
    }
    const { depth, isBroken, layout: part } = command;
    if (typeof part === 'string') {
      left -= columns(part);
    } else if (isListOf(part)) {
      for (const item of [...part].reverse()) stack.push({ depth, isBroken, layout: item });
    } else if (part.type === 'group') {
      stack.push({ depth, isBroken: isBroken && part.broken, layout: part.content });
    } else if (part.type === 'indent' || part.type === 'mark') {
      stack.push({ depth, isBroken, layout: part.content });
    } else if (part.type === 'line') {
      if (isBroken) return true;
      left -= part.flat.length;
    } else if (part.type === 'hardLine') {
      return true;
    } else if (part.type === 'ifBroken' && isBroken) {
      left -= part.broken.length;
    }
  }
  return false;
}

const beyondLatin = /[\u1100-\uffff]/u;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Columns of a text on a screen: Chinese characters take two. */
function columns(text: string): number {
  // Most text is Latin, and this is asked for every piece of every line.
  return beyondLatin.test(text) ? text.length + (text.match(wide)?.length ?? 0) : text.length;
}
