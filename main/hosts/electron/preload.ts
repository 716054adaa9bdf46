import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { PickOptions } from '#shared/protocol/host.ts';
import type { channels } from '#main/hosts/electron/channels.ts';

// A sandboxed preload cannot load modules at run time, so the names are written here; the type keeps them equal.
const channel: typeof channels = {
  request: 'strata:request',
  event: 'strata:event',
  pickPath: 'strata:pickPath',
  showFolder: 'strata:showFolder',
  unsaved: 'strata:unsaved',
};

// The page sees these functions and nothing else of Electron.
contextBridge.exposeInMainWorld('strataBridge', {
  request: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(channel.request, name, input),
  onEvent: (listener: (event: HostEvent) => void): (() => void) => {
    const forward = (_: unknown, event: HostEvent): void => {
      listener(event);
    };
    ipcRenderer.on(channel.event, forward);
    return () => ipcRenderer.off(channel.event, forward);
  },
  pickPath: (options: PickOptions): Promise<unknown> =>
    ipcRenderer.invoke(channel.pickPath, options),
  showFolder: (path: string): Promise<unknown> => ipcRenderer.invoke(channel.showFolder, path),
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
  setUnsaved: (hasUnsaved: boolean): void => {
    ipcRenderer.send(channel.unsaved, hasUnsaved);
  },
});
