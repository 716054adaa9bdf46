import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BrowserWindow, app } from 'electron';
import { createCore } from '#main/core/createCore.ts';
import { forkNode } from '#main/core/forkNode.ts';
import { findNode } from '#main/hosts/electron/findNode.ts';
import { forkElectron } from '#main/hosts/electron/forkElectron.ts';
import { answerPage } from '#main/hosts/electron/ipc.ts';
import { setMenu } from '#main/hosts/electron/menu.ts';
import { declarePage, servePage } from '#main/hosts/electron/page.ts';
import { languageOf, reader } from '#main/hosts/electron/texts.ts';
import type { TextName } from '#main/hosts/electron/texts.ts';
import { openWindow } from '#main/hosts/electron/window.ts';
import { documentExtension, paths as placesOf } from '#main/workspace/paths.ts';
import { windowStateFile } from '#main/workspace/windowState.ts';

const session = 'window';
const appRoot = app.getAppPath();
const places = placesOf({ appRoot });
app.setName('Strata');
// Chromium keeps its own files apart from ours, and follows STRATA_HOME, so that two programs never share them.
app.setPath('userData', join(places.cacheFolder, 'electron'));

/** The document among the arguments of a start, or null. */
function documentIn(argv: readonly string[], folder: string): string | null {
  const given = argv.slice(1).find((argument) => argument.endsWith(documentExtension));
  if (given === undefined) return null;
  const path = resolve(folder, given);
  return existsSync(path) ? path : null;
}

function start(node: string | null): void {
  const core = createCore({
    paths: places,
    forks: {
      usual: forkElectron(places, node),
      inNode: node === null ? null : forkNode(places, node),
    },
    host: 'electron',
    version: app.getVersion(),
    locale: app.getLocale(),
  });
  let text: (name: TextName) => string = reader(languageOf('system', app.getLocale()));
  let hasUnsaved = false;
  const windowState = windowStateFile(places.windowStateFile);
  const speak = (language: 'system' | 'en' | 'zh-CN'): void => {
    text = reader(languageOf(language, app.getLocale()));
    setMenu({
      text,
      command: (command) => {
        core.publish('menuCommand', { command });
      },
    });
  };
  answerPage({
    core,
    session,
    text: () => text,
    onUnsaved: (value) => {
      hasUnsaved = value;
    },
  });
  core.subscribe((event) => {
    if (event.name === 'preferencesChanged') speak(event.data.preferences.language);
  });

  const open = async (): Promise<void> => {
    hasUnsaved = false;
    const window = await openWindow({
      appRoot,
      state: windowState,
      text: () => text,
      hasUnsaved: () => hasUnsaved,
    });
    window.webContents.on('render-process-gone', () => {
      // What was drawn is autosaved; the page comes back and offers it.
      core.endSession(session);
      window.webContents.reload();
    });
    window.on('closed', () => {
      core.endSession(session);
    });
  };
  const request = (path: string | null): void => {
    if (path !== null) core.publish('openRequested', { path });
  };

  app.on('second-instance', (_event, argv, folder) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    request(documentIn(argv, folder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    request(path);
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    // A run ends as far as it came and its weights are written before the program goes.
    event.preventDefault();
    // Reading the window's place waits until it is written.
    void Promise.allSettled([core.close(), windowState.read()]).then(() => {
      isClosed = true;
      // A quit that begins inside of a quit's own event never ends.
      setImmediate(() => {
        app.quit();
      });
    });
  });

  servePage(places.rendererFolder);
  const wanted = documentIn(process.argv, process.cwd());
  void core
    .request('getPreferences', {}, session)
    .then((preferences) => {
      speak(preferences.ok ? preferences.value.language : 'system');
      return open();
    })
    .then(() => {
      request(wanted);
      if (process.env.STRATA_AUTO_INSTALL === '1') core.installMissing();
    });
}

declarePage();
if (app.requestSingleInstanceLock()) {
  // Looked for while Chromium starts.
  const node = findNode();
  void app.whenReady().then(async () => {
    start(await node);
  });
} else {
  app.quit();
}
