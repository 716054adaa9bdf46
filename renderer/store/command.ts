import type { StrataState } from '#renderer/store/state.ts';

/**
 * One thing the user can do. The same entry serves the shortcut, the menus, the command menu and the window's own
 * menu. Each feature exports its list; renderer/app/commands.ts joins them.
 */
export interface Command {
  /** `area.action`, for example `document.save`; the window's menu names commands by it. */
  readonly id: string;
  /** Key of its text with namespace: `app:command.save`. */
  readonly title: string;
  /**
   * Shortcuts, the first one is shown: `Mod+Shift+Z`, `F8`, `Alt+1`, `Delete`, `a`. `Mod` is ⌘ on macOS and Ctrl elsewhere.
   * A single character, `Shift+x` or `Space` without `region` works only while the canvas has focus.
   */
  readonly keys?: readonly string[];
  /** Shortcuts in a browser tab, where the browser keeps the usual ones for itself. */
  readonly tabKeys?: readonly string[];
  /** Its keys work only while this part of the page has focus (Delete and Mod+C on the canvas, Space in Train). */
  readonly region?: 'canvas' | 'train';
  /** False: the key is left alone and the menu entry is grey. Absent: always enabled. */
  readonly isEnabled?: (state: StrataState) => boolean;
  /** True: not listed in the command menu (applying fix 2, moving the focus). */
  readonly isHidden?: boolean;
  readonly run: () => void;
}
