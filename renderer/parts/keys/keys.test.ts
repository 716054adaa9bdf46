import { describe, expect, test } from 'vitest';
import { isSingleLetter, keysText, matchesKeys, type KeyPress } from '#renderer/parts/keys/keys.ts';

function press(key: string, modifiers = '', code = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('c'),
    metaKey: modifiers.includes('m'),
    shiftKey: modifiers.includes('s'),
    altKey: modifiers.includes('a'),
  };
}

describe('matchesKeys', () => {
  test.each([
    ['Mod+Z', press('z', 'c'), false, true],
    ['Mod+Z', press('Z', 'cs'), false, false],
    ['Mod+Shift+Z', press('Z', 'cs'), false, true],
    ['Mod+Z', press('z', 'm'), true, true],
    ['Mod+Z', press('z', 'c'), true, false],
    ['F8', press('F8'), false, true],
    ['F8', press('F8', 's'), false, false],
    ['Shift+F8', press('F8', 's'), false, true],
    ['Alt+2', press('2', 'a', 'Digit2'), false, true],
    ['Alt+2', press('€', 'a', 'Digit2'), true, true],
    ['Alt+N', press('˜', 'a', 'KeyN'), true, true],
    ['Mod+\\', press('\\', 'c'), false, true],
    ['/', press('/', 's'), false, true],
    ['/', press('/', 'c'), false, false],
    ['?', press('?', 's'), false, true],
    ['a', press('a'), false, true],
    ['a', press('A', 's'), false, false],
    ['Shift+a', press('A', 's'), false, true],
    ['Plus', press('+', 's'), false, true],
    ['Space', press(' ', '', 'Space'), false, true],
    ['Mod+S', press('Process', 'c', 'KeyS'), false, true],
    ['1', press('1', '', 'Digit1'), false, true],
    ['1', press('!', 's', 'Digit1'), false, false],
  ] as const)('%s pressed as %j on Apple %s: %s', (shortcut, key, onApple, expected) => {
    expect(matchesKeys(shortcut, key, onApple)).toBe(expected);
  });
});

test.each([
  ['a', true],
  ['Shift+a', true],
  ['/', true],
  ['Space', true],
  ['F8', false],
  ['Delete', false],
  ['Alt+2', false],
  ['Mod+K', false],
] as const)('%s is a single letter: %s', (shortcut, expected) => {
  expect(isSingleLetter(shortcut)).toBe(expected);
});

test.each([
  ['Mod+Shift+Z', false, 'Ctrl Shift Z'],
  ['Mod+Shift+Z', true, '⇧ ⌘ Z'],
  ['Delete', false, 'Del'],
  ['Alt+N', true, '⌥ N'],
] as const)('%s on Apple %s is shown as %s', (shortcut, onApple, expected) => {
  expect(keysText(shortcut, onApple)).toBe(expected);
});
