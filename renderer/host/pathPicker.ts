import type { PickOptions } from '#shared/protocol/host.ts';

type PathPicker = (options: PickOptions) => Promise<string | null>;

let picker: PathPicker | null = null;

/**
 * Registers the page's own file browser, for hosts that have none; returns how to take it back.
 * The browser is a component of renderer/app, which this room does not know.
 */
export function registerPathPicker(next: PathPicker): () => void {
  picker = next;
  return () => {
    if (picker === next) picker = null;
  };
}

/** Asks with the registered file browser; null where there is none. */
export async function pickWithPage(options: PickOptions): Promise<string | null> {
  return picker === null ? null : await picker(options);
}
