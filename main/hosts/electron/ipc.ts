import { stat } from 'node:fs/promises';
import { BrowserWindow, dialog, ipcMain, shell } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Core } from '#main/core/createCore.ts';
import { channels } from '#main/hosts/electron/channels.ts';
import { pageUrl } from '#main/hosts/electron/page.ts';
import type { TextName } from '#main/hosts/electron/texts.ts';

const pickOptions = z.strictObject({
  purpose: z.enum(['open', 'save', 'folder']),
  title: z.string().max(200),
  suggested: z.string().max(4096).optional(),
  extensions: z.array(z.string().regex(/^\w{1,16}$/)).max(20),
});

/** What the window's channels need. */
export interface IpcOptions {
  readonly core: Core;
  readonly session: string;
  readonly text: () => (name: TextName) => string;
  readonly onUnsaved: (hasUnsaved: boolean) => void;
}

/** Answers the page. Only our own page may ask: a frame of any other address is refused. */
export function answerPage({ core, session, text, onUnsaved }: IpcOptions): void {
  const isOurs = ({ senderFrame }: IpcMainInvokeEvent | IpcMainEvent): boolean =>
    senderFrame?.url.split(/[?#]/)[0] === pageUrl;
  const handle = (channel: string, answer: (...args: readonly unknown[]) => unknown): void => {
    ipcMain.handle(channel, (event, ...args: readonly unknown[]) => {
      if (!isOurs(event)) throw new Error('This page may not ask.');
      return answer(...args);
    });
  };
  handle(channels.request, (name, input) => core.requestUnchecked(name, input, session));
  handle(channels.pickPath, async (given) => {
    const parsed = pickOptions.safeParse(given);
    return parsed.success ? pickPath(parsed.data, text()) : null;
  });
  handle(channels.showFolder, async (path) => {
    if (typeof path !== 'string') return false;
    // Only folders: opening a file would start whatever program it belongs to.
    const isFolder = await stat(path).then(
      (status) => status.isDirectory(),
      () => false,
    );
    return isFolder && (await shell.openPath(path)) === '';
  });
  ipcMain.on(channels.unsaved, (event, hasUnsaved: unknown) => {
    if (isOurs(event)) onUnsaved(hasUnsaved === true);
  });
  core.subscribe((event) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed()) window.webContents.send(channels.event, event);
    }
  });
}

async function pickPath(
  { purpose, title, suggested, extensions }: z.infer<typeof pickOptions>,
  text: (name: TextName) => string,
): Promise<string | null> {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return null;
  const options = {
    title,
    ...(suggested === undefined ? {} : { defaultPath: suggested }),
    filters: extensions.length === 0 ? [] : [{ name: text('networks'), extensions }],
  };
  if (purpose === 'save') {
    const { canceled, filePath } = await dialog.showSaveDialog(window, options);
    return canceled ? null : filePath;
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...options,
    properties: purpose === 'folder' ? ['openDirectory', 'createDirectory'] : ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
