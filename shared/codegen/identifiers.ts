/** Hands out names that are valid and not taken yet in one scope of a program. */
export class Identifiers {
  readonly #taken: Set<string>;
  readonly #style: 'camelCase' | 'snake_case';

  /** `reserved` are the language's own words and the names the program uses itself. */
  constructor(style: 'camelCase' | 'snake_case', reserved: Iterable<string>) {
    this.#style = style;
    this.#taken = new Set(reserved);
  }

  /** A free identifier that reads like `name`; letters of every script are kept (`卷积_1` stays readable). */
  take(name: string): string {
    const wanted = this.#style === 'camelCase' ? camelCase(name) : snakeCase(name);
    const separator = this.#style === 'camelCase' ? '' : '_';
    // A word with a digit at its end needs a letter between, or `conv1` + 1 reads as `conv11`.
    const base = this.#taken.has(wanted) && /\d$/u.test(wanted) ? `${wanted}_` : wanted;
    let candidate = wanted;
    for (let number = 1; this.#taken.has(candidate); number += 1) {
      candidate = `${base}${base.endsWith('_') ? '' : separator}${number}`;
    }
    this.#taken.add(candidate);
    return candidate;
  }
}

/** `max_pooling2d_1` → `maxPooling2d1`. */
export function camelCase(name: string): string {
  const words = wordsOf(name);
  const joined = words
    .map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word)))
    .join('');
  return startable(joined, 'layer');
}

/** `Max-Pooling 1` → `max_pooling_1`. */
export function snakeCase(name: string): string {
  const spaced = name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2');
  return startable(wordsOf(spaced).join('_').toLowerCase(), 'layer_');
}

/** `mnist-cnn` → `MnistCnn`. */
export function pascalCase(name: string): string {
  return upperFirst(camelCase(name));
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== '');
}

function startable(name: string, prefix: string): string {
  if (name === '') return prefix.replace(/_$/u, '');
  return /^\p{L}/u.test(name) ? name : `${prefix}${name}`;
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Words that cannot name a variable in a strict TypeScript module. */
export const typescriptWords: readonly string[] = (
  'abstract any arguments as async await boolean break case catch class const continue debugger declare default ' +
  'delete do else enum eval export extends false finally for from function get if implements import in instanceof ' +
  'interface is let module namespace never new null number object of package private protected public readonly ' +
  'require return set static string super switch symbol this throw true try type typeof undefined unique unknown ' +
  'var void while with yield exports globalThis process'
).split(' ');

/** Words that cannot name a variable in Python, and builtins that a script should not hide. */
export const pythonWords: readonly string[] = (
  'False None True and as assert async await break class continue def del elif else except finally for from global ' +
  'if import in is lambda nonlocal not or pass raise return try while with yield match case type abs all any dict ' +
  'filter float hash help id input int len list map max min next object open pow print range round set slice sorted ' +
  'str sum super tuple vars zip'
).split(' ');
