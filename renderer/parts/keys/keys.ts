/** Which keys a shortcut names. */
interface Chord {
  readonly key: string;
  readonly isMod: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

/** A key press, as far as shortcuts care. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/** True on Apple's systems, where ⌘ takes the place of Ctrl. */
export function isApple(platform: string): boolean {
  return /mac|iphone|ipad|darwin/i.test(platform);
}

/** Reads `Mod+Shift+Z`. The last part is the key; `+` itself is written `Plus`. */
function parseChord(shortcut: string): Chord {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key: key === 'Plus' ? '+' : key,
    isMod: parts.includes('Mod'),
    isShift: parts.includes('Shift'),
    isAlt: parts.includes('Alt'),
  };
}

/** True where a press is the shortcut. Letters are compared without case; digits with Alt by their place on the keyboard. */
export function matchesKeys(shortcut: string, press: KeyPress, onApple: boolean): boolean {
  const chord = parseChord(shortcut);
  const mod = onApple ? press.metaKey : press.ctrlKey;
  const otherMod = onApple ? press.ctrlKey : press.metaKey;
  if (mod !== chord.isMod || otherMod || press.altKey !== chord.isAlt) return false;
  const isLetter = /^[a-z]$/i.test(chord.key);
  const isNamed = chord.key.length > 1;
  const isDigit = /^[0-9]$/.test(chord.key);
  // Shift is part of the sign itself for `?`, `+`, `/` on many keyboards, so it counts only for letters and named keys.
  if ((isLetter || isNamed || chord.isShift || isDigit) && press.shiftKey !== chord.isShift)
    return false;
  if (isLetter && (chord.isAlt || chord.isMod)) {
    // With Alt, macOS types other signs, and Chinese input methods report `Process`.
    return press.code === `Key${chord.key.toUpperCase()}` || same(press.key, chord.key);
  }
  if (isDigit) {
    return press.code === `Digit${chord.key}` || press.key === chord.key;
  }
  if (chord.key === 'Space') return press.code === 'Space';
  return same(press.key, chord.key);
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** True for shortcuts of one sign without Ctrl or Alt: they work only while the canvas has focus. */
export function isSingleLetter(shortcut: string): boolean {
  const chord = parseChord(shortcut);
  return !chord.isMod && !chord.isAlt && (chord.key.length === 1 || chord.key === 'Space');
}

const names: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** The shortcut as it is shown: `Ctrl Shift Z`, on Apple's systems `⇧ ⌘ Z`. */
export function keysText(shortcut: string, onApple: boolean): string {
  const chord = parseChord(shortcut);
  const key = names[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key);
  const parts = onApple
    ? [chord.isAlt && '⌥', chord.isShift && '⇧', chord.isMod && '⌘', key]
    : [chord.isMod && 'Ctrl', chord.isAlt && 'Alt', chord.isShift && 'Shift', key];
  return parts.filter((part) => part !== false).join(' ');
}
