import type { Command } from '#renderer/store/command.ts';

/** What the user can do on the canvas. */
export const canvasCommands: readonly Command[] = [];
