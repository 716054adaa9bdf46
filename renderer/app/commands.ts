import { canvasCommands } from '#renderer/canvas/commands.ts';
import { paletteCommands } from '#renderer/palette/commands.ts';
import type { Command } from '#renderer/store/command.ts';
import { useStrata } from '#renderer/store/store.ts';
import { documentCommands } from '#renderer/app/documentCommands.ts';
import { problemCommands } from '#renderer/app/problemCommands.ts';
import { runCommands } from '#renderer/app/runCommands.ts';
import { viewCommands } from '#renderer/app/viewCommands.ts';

/** Everything the user can do, in the order of the command menu. */
export const commands: readonly Command[] = [
  ...documentCommands,
  ...runCommands,
  ...problemCommands,
  ...canvasCommands,
  ...paletteCommands,
  ...viewCommands,
];

/** The command with this id; undefined: there is none (a menu of another version). */
export function findCommand(id: string): Command | undefined {
  return commands.find((command) => command.id === id);
}

/** True where the command can be done now. */
export function isEnabled(command: Command): boolean {
  return command.isEnabled?.(useStrata.getState()) ?? true;
}

/** Does what the command says, if it can be done now. */
export function runCommand(id: string): void {
  const command = findCommand(id);
  if (command !== undefined && isEnabled(command)) command.run();
}
