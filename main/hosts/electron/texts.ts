import type { Language, LocalText } from '#shared/problems/problem.ts';

/** Texts that only the window has: its menu and its dialogs. */
const texts = {
  file: { en: 'File', 'zh-CN': '文件' },
  new: { en: 'New empty network', 'zh-CN': '新建空白网络' },
  open: { en: 'Open…', 'zh-CN': '打开…' },
  save: { en: 'Save', 'zh-CN': '保存' },
  saveAs: { en: 'Save as…', 'zh-CN': '另存为…' },
  export: { en: 'Export…', 'zh-CN': '导出…' },
  quit: { en: 'Quit', 'zh-CN': '退出' },
  edit: { en: 'Edit', 'zh-CN': '编辑' },
  undo: { en: 'Undo', 'zh-CN': '撤销' },
  redo: { en: 'Redo', 'zh-CN': '重做' },
  cut: { en: 'Cut', 'zh-CN': '剪切' },
  copy: { en: 'Copy', 'zh-CN': '复制' },
  paste: { en: 'Paste', 'zh-CN': '粘贴' },
  selectAll: { en: 'Select all', 'zh-CN': '全选' },
  view: { en: 'View', 'zh-CN': '视图' },
  commands: { en: 'Command menu', 'zh-CN': '命令菜单' },
  fullScreen: { en: 'Full screen', 'zh-CN': '全屏' },
  larger: { en: 'Larger text', 'zh-CN': '放大文字' },
  smaller: { en: 'Smaller text', 'zh-CN': '缩小文字' },
  usualSize: { en: 'Usual text size', 'zh-CN': '默认文字大小' },
  run: { en: 'Run', 'zh-CN': '运行' },
  train: { en: 'Train', 'zh-CN': '训练' },
  window: { en: 'Window', 'zh-CN': '窗口' },
  closeTitle: { en: 'Close Strata?', 'zh-CN': '关闭 Strata？' },
  closeDetail: {
    en: 'The network has changes that are not in its file. They are kept and offered again at the next start.',
    'zh-CN': '网络有尚未写入文件的更改。这些更改会被保留，并在下次启动时重新提供。',
  },
  close: { en: 'Close', 'zh-CN': '关闭' },
  goBack: { en: 'Go back', 'zh-CN': '返回' },
  networks: { en: 'Strata networks', 'zh-CN': 'Strata 网络' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Name of a text of the window. */
export type TextName = keyof typeof texts;

/** Reads the window's texts in one language. */
export function reader(language: Language): (name: TextName) => string {
  return (name) => texts[name][language];
}

/** The language to speak: as chosen, or the system's where we have it. */
export function languageOf(preference: 'system' | Language, locale: string): Language {
  if (preference !== 'system') return preference;
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
