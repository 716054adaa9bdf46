import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/problems/problem.ts';

/** The languages of the page, in the order of the menu, each by its own name. */
export const languages: readonly { readonly id: Language; readonly title: string }[] = [
  { id: 'en', title: 'English' },
  { id: 'zh-CN', title: '简体中文' },
];

type Strings = Readonly<Record<string, unknown>>;

/** One file is one namespace: `zh-CN/canvas.json` holds the canvas's Chinese texts. */
const files = import.meta.glob<Strings>('./*/*.json', { eager: true, import: 'default' });

/** All texts: language, namespace, key. */
export const resources: Readonly<Record<string, Readonly<Record<string, Strings>>>> =
  collect(files);

function collect(texts: Readonly<Record<string, Strings>>): typeof resources {
  const byLanguage: Record<string, Record<string, Strings>> = {};
  for (const [path, strings] of Object.entries(texts)) {
    const [, language = '', file = ''] = path.split('/');
    (byLanguage[language] ??= {})[file.replace('.json', '')] = strings;
  }
  return byLanguage;
}

/** The language for a preference: `system` is the first language of the browser or window that we speak, else English. */
export function resolveLanguage(
  preference: Language | 'system',
  systemLanguages: readonly string[],
): Language {
  if (preference !== 'system') return preference;
  for (const tag of systemLanguages) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('zh')) return 'zh-CN';
    if (lower.startsWith('en')) return 'en';
  }
  return 'en';
}

/** Makes `useTranslation` work; call once before the first render. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'app',
    resources,
    interpolation: { escapeValue: false },
    // i18next would advertise a service on the console.
    showSupportNotice: false,
  });
}

/** Switches the language of the running page; before the start it only marks the page. */
export async function switchLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  if (i18next.isInitialized) await i18next.changeLanguage(language);
}
