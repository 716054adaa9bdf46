import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { TextName } from '#main/hosts/electron/texts.ts';

/** What the menu needs: the texts, and how to hand a command of the page on. */
export interface MenuOptions {
  readonly text: (name: TextName) => string;
  readonly command: (id: string) => void;
}

/**
 * The window's menu. Commands are the page's own (renderer/app/commands.ts), which also answers their keys: the menu
 * only shows them.
 */
export function setMenu({ text, command }: MenuOptions): void {
  const item = (name: TextName, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: text(name),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => {
      command(id);
    },
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: text('file'),
        submenu: [
          item('new', 'document.new', 'CmdOrCtrl+N'),
          item('open', 'document.open', 'CmdOrCtrl+O'),
          separator,
          item('save', 'document.save', 'CmdOrCtrl+S'),
          item('saveAs', 'document.saveAs', 'CmdOrCtrl+Shift+S'),
          item('export', 'document.export', 'CmdOrCtrl+E'),
          ...(isMac ? [] : [separator, { label: text('quit'), role: 'quit' } as const]),
        ],
      },
      {
        label: text('edit'),
        submenu: [
          item('undo', 'edit.undo', 'CmdOrCtrl+Z'),
          item('redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
          separator,
          { label: text('cut'), role: 'cut', registerAccelerator: false },
          { label: text('copy'), role: 'copy', registerAccelerator: false },
          { label: text('paste'), role: 'paste', registerAccelerator: false },
          { label: text('selectAll'), role: 'selectAll', registerAccelerator: false },
        ],
      },
      {
        label: text('view'),
        submenu: [
          item('commands', 'app.commands', 'CmdOrCtrl+K'),
          separator,
          { label: text('larger'), role: 'zoomIn' },
          { label: text('smaller'), role: 'zoomOut' },
          { label: text('usualSize'), role: 'resetZoom' },
          { label: text('fullScreen'), role: 'togglefullscreen' },
        ],
      },
      { label: text('run'), submenu: [item('train', 'run.start', 'CmdOrCtrl+Enter')] },
      ...(isMac ? [{ label: text('window'), role: 'windowMenu' } as const] : []),
    ]),
  );
}
