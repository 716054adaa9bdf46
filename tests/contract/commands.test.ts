import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '#renderer/app/commands.ts';
import { resources } from '#renderer/locales/i18n.ts';
import { isSingleLetter } from '#renderer/parts/keys/keys.ts';

/** Where a shortcut works: two commands may share one only in different places, or when never both are enabled. */
const takeTurns = [['run.pause', 'run.resume']];

describe('the command table', () => {
  test('names each command once', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(commands.map((command) => [command.id, command] as const))(
    '%s has a text in both languages',
    (_, { title }) => {
      const [namespace = '', key = ''] = title.split(':');
      for (const language of ['en', 'zh-CN']) {
        expect(resources[language]?.[namespace]?.[key]).toEqual(expect.any(String));
      }
    },
  );

  test.each(['keys', 'tabKeys'] as const)('gives no shortcut to two commands (%s)', (host) => {
    const taken = new Map<string, string>();
    const doubled: string[] = [];
    for (const command of commands) {
      const keys = (host === 'tabKeys' ? command.tabKeys : undefined) ?? command.keys ?? [];
      for (const shortcut of keys) {
        const region = command.region ?? (isSingleLetter(shortcut) ? 'canvas' : 'anywhere');
        const place = `${shortcut.toLowerCase()} in ${region}`;
        const other = taken.get(place);
        const isShared = takeTurns.some(
          (turns) => turns.includes(command.id) && other !== undefined && turns.includes(other),
        );
        if (other !== undefined && !isShared) doubled.push(`${place}: ${other}, ${command.id}`);
        taken.set(place, command.id);
      }
    }
    expect(doubled).toEqual([]);
  });

  test("knows every command of the window's menu", () => {
    const menu = readFileSync(
      join(import.meta.dirname, '../../main/hosts/electron/menu.ts'),
      'utf8',
    );
    const asked = [...menu.matchAll(/\bitem\(\s*'\w+',\s*'([\w.]+)'/g)].map((found) => found[1]);
    expect(asked.length).toBeGreaterThan(5);
    const ids = new Set<string | undefined>(commands.map(({ id }) => id));
    expect(asked.filter((id) => !ids.has(id))).toEqual([]);
  });
});
