import type { Command } from '#renderer/store/command.ts';

/** What the user can do in the palette. */
export const paletteCommands: readonly Command[] = [];
