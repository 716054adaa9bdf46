import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen, shell } from 'electron';
import { pageUrl } from '#main/hosts/electron/page.ts';
import type { TextName } from '#main/hosts/electron/texts.ts';
import type { JsonFile } from '#main/workspace/jsonFile.ts';
import type { WindowState } from '#main/workspace/windowState.ts';

/** What a window needs. */
export interface WindowOptions {
  readonly appRoot: string;
  readonly state: JsonFile<WindowState>;
  readonly text: () => (name: TextName) => string;
  /** True while closing would lose what is not in a file. */
  readonly hasUnsaved: () => boolean;
}

/** Opens the window where it was when the program ended. */
export async function openWindow(options: WindowOptions): Promise<BrowserWindow> {
  const state = onScreen(await options.state.read());
  const window = new BrowserWindow({
    ...(state.x === null || state.y === null ? {} : { x: state.x, y: state.y }),
    width: state.width,
    height: state.height,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Strata',
    icon: join(options.appRoot, 'resources/icons/icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131517' : '#F4F4F1',
    webPreferences: {
      preload: join(options.appRoot, 'build/main/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (state.isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  keepInside(window);
  window.on('close', (event) => {
    const { x, y, width, height } = window.getNormalBounds();
    void options.state.write({ x, y, width, height, isMaximized: window.isMaximized() });
    if (options.hasUnsaved() && !confirmsClosing(window, options.text())) event.preventDefault();
  });
  // The page asks again where it must not be left; the question above is the only one.
  window.webContents.on('will-prevent-unload', (event) => {
    event.preventDefault();
  });
  await window.loadURL(pageUrl);
  return window;
}

/** The page stays the page: other addresses go to the system's browser, and only secure ones. */
function keepInside(window: BrowserWindow): void {
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (url.startsWith('https://')) void shell.openExternal(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

function confirmsClosing(window: BrowserWindow, text: (name: TextName) => string): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: text('closeTitle'),
    detail: text('closeDetail'),
    buttons: [text('close'), text('goBack')],
    defaultId: 0,
    cancelId: 1,
  });
  return answer === 0;
}

/** A screen may be gone since: a window that would open outside of all of them opens where the system likes. */
function onScreen(state: WindowState): WindowState {
  const { x, y, width, height } = state;
  if (x === null || y === null) return state;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    const overlapY = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y);
    return overlapX > 100 && overlapY > 100;
  });
  return isVisible ? state : { ...state, x: null, y: null };
}
