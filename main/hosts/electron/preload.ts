import { contextBridge, ipcRenderer } from 'electron';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { PickOptions } from '#shared/protocol/host.ts';

// The page sees these functions and nothing else of Electron. Channel names: ipc.ts.
contextBridge.exposeInMainWorld('strataBridge', {
  request: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke('strata:request', name, input),
  onEvent: (listener: (event: HostEvent) => void): (() => void) => {
    const forward = (_: unknown, event: HostEvent): void => {
      listener(event);
    };
    ipcRenderer.on('strata:event', forward);
    return () => ipcRenderer.off('strata:event', forward);
  },
  pickPath: (options: PickOptions): Promise<unknown> =>
    ipcRenderer.invoke('strata:pickPath', options),
  showFolder: (path: string): Promise<unknown> => ipcRenderer.invoke('strata:showFolder', path),
});
