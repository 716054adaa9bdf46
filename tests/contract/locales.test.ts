import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveLanguage, resources } from '#renderer/locales/i18n.ts';

const folder = join(import.meta.dirname, '../../renderer');
const namespaces = Object.keys(resources['en'] ?? {});

/** Names that stay as they are in Chinese. */
const sameInBoth = new Set(['Keras', 'TypeScript', 'TensorFlow.js', 'Python', 'px', 'KB', 'MB']);

function strings(language: string, namespace: string): ReadonlyMap<string, string> {
  return new Map(flat(resources[language]?.[namespace] ?? {}));
}

function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, item]) =>
    flat(item, path === '' ? key : `${path}.${key}`),
  );
}

/** Key without the ending that counts: Chinese has only `_other`. */
function withoutCount(key: string): string {
  return key.replace(/_(one|other|zero|two|few|many)$/, '');
}

/** True where more than signs is left without the values that are filled in. */
function hasWords(text: string): boolean {
  return /\p{Letter}/u.test(text.replace(/\{\{.*?\}\}/g, ''));
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1] ?? '').sort();
}

function sources(): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

describe.each(namespaces)('%s', (namespace) => {
  const english = strings('en', namespace);
  const chinese = strings('zh-CN', namespace);

  test('has every key in both languages', () => {
    const keys = (texts: ReadonlyMap<string, string>) =>
      [...new Set([...texts.keys()].map(withoutCount))].sort();
    expect(keys(chinese)).toEqual(keys(english));
  });

  test('says Chinese things in Chinese', () => {
    const notChinese = [...chinese].filter(
      ([, text]) => hasWords(text) && !/\p{Script=Han}/u.test(text) && !sameInBoth.has(text),
    );
    expect(notChinese).toEqual([]);
  });

  test('fills in the same values in both languages', () => {
    for (const [key, text] of chinese) {
      const other = english.get(key) ?? english.get(`${withoutCount(key)}_other`) ?? '';
      expect({ key, values: placeholders(text) }).toEqual({ key, values: placeholders(other) });
    }
  });

  test('writes Chinese with full-width punctuation and a space before Latin letters', () => {
    const wrong = [...chinese].filter(
      ([, text]) =>
        /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u.test(text) ||
        /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text),
    );
    expect(wrong).toEqual([]);
  });
});

test('every text that the page asks for exists', () => {
  const keys = new Set(
    namespaces.flatMap((namespace) =>
      [...strings('en', namespace).keys()].map((key) => `${namespace}:${withoutCount(key)}`),
    ),
  );
  const missing: string[] = [];
  for (const { name, text } of sources()) {
    const own = [...text.matchAll(/(?:useTranslation\(\s*|TFunction<)'([\w-]+)'/g)].map(
      (found) => found[1] ?? '',
    );
    const asked = [
      ...[...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((found) => found[1] ?? ''),
      ...[...text.matchAll(/\btitle: '([a-zA-Z]+:[^']+)'/g)].map((found) => found[1] ?? ''),
    ];
    for (const key of asked) {
      const candidates = key.includes(':')
        ? [key]
        : (own.length > 0 ? own : ['app']).map((namespace) => `${namespace}:${key}`);
      if (!candidates.some((candidate) => keys.has(candidate))) missing.push(`${name}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});

test.each([
  ['en', ['zh-CN'], 'en'],
  ['system', ['de-DE', 'zh-Hans-CN'], 'zh-CN'],
  ['system', ['en-GB', 'zh'], 'en'],
  ['system', ['fr'], 'en'],
] as const)('language preference %s with the system %j is %s', (preference, system, expected) => {
  expect(resolveLanguage(preference, system)).toBe(expected);
});
