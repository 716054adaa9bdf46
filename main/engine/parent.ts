import type { FromEngine, ToEngine } from '#main/engine/messages.ts';

/** The process that forked this one. */
export interface Parent {
  send(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
}

/** The part of Electron's `process.parentPort` that is used; the type itself would need Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * The channel to the parent: Electron's parentPort in a utilityProcess, else the IPC of child_process. A process whose
 * parent is gone ends.
 */
export function connectParent(): Parent {
  const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;
  if (port !== undefined) {
    return {
      send: (message) => {
        port.postMessage(message);
      },
      onMessage: (listener) => {
        port.on('message', ({ data }) => {
          listener(data as ToEngine);
        });
      },
    };
  }
  process.on('disconnect', () => {
    process.exit(0);
  });
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => {
      process.on('message', (message) => {
        listener(message as ToEngine);
      });
    },
  };
}
