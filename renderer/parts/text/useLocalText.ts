import { useTranslation } from 'react-i18next';
import type { Language, LocalText } from '#shared/problems/problem.ts';

/** The language the page is drawn in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
}

/** Picks a text's words in the language the page is drawn in. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage();
  return (text) => text[language];
}
