import type { Language } from '#shared/problems/problem.ts';

/** The language: `--lang`, else that of the terminal (LC_ALL, LC_MESSAGES, LANG), else English. */
export function chooseLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  // Before commander reads the line, since its help texts need the language.
  const at = argv.indexOf('--lang');
  const asked = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice(7);
  // An empty variable counts as absent.
  const tag = [asked, env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value);
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
