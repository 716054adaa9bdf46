import type { ListedDevice } from '#shared/protocol/types.ts';

/**
 * The device that a choice (an id or `auto`) means before a race has said more. `auto` never means one that a program
 * plays. undefined: none, or one that is not known.
 */
export function deviceThatTrains(
  devices: readonly ListedDevice[],
  chosen: string,
): ListedDevice | undefined {
  if (chosen !== 'auto') return devices.find(({ id }) => id === chosen);
  return devices.find(({ unavailable, isSoftware }) => unavailable === null && isSoftware !== true);
}
