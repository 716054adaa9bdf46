import { Menu } from '@mantine/core';
import { Check, ChevronDown, Languages, SunMoon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languages } from '#renderer/locales/i18n.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './Settings.module.css';

const themes = ['system', 'light', 'dark'] as const;

/** Language and theme, and the version. */
export function Settings() {
  const { t } = useTranslation('welcome');
  const language = useStrata((state) => state.language);
  const theme = useStrata((state) => state.preferences.theme);
  const version = useStrata((state) => state.hostInfo?.version);
  const setPreferences = useStrata((state) => state.setPreferences);
  const languageTitle = languages.find(({ id }) => id === language)?.title ?? '';
  // What is seen is part of what is read aloud, so that it can be spoken to.
  const named = (name: string, value: string): string => `${name}: ${value}`;
  return (
    <div className={classes.settings}>
      <Menu position="top-start">
        <Menu.Target>
          <button
            type="button"
            className={classes.setting}
            aria-label={named(t('language'), languageTitle)}
          >
            <Languages size={15} strokeWidth={1.75} aria-hidden />
            {languageTitle}
            <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {languages.map(({ id, title }) => (
            <Menu.Item
              key={id}
              lang={id}
              rightSection={language === id ? <Check size={14} aria-hidden /> : null}
              onClick={() => void setPreferences({ language: id })}
            >
              {title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="top-start">
        <Menu.Target>
          <button
            type="button"
            className={classes.setting}
            aria-label={named(t('theme'), t(`theme.${theme}`))}
          >
            <SunMoon size={15} strokeWidth={1.75} aria-hidden />
            {t(`theme.${theme}`)}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {themes.map((id) => (
            <Menu.Item
              key={id}
              rightSection={theme === id ? <Check size={14} aria-hidden /> : null}
              onClick={() => void setPreferences({ theme: id })}
            >
              {t(`theme.${id}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {version === undefined ? null : (
        <span className={classes.version}>{t('version', { version })}</span>
      )}
    </div>
  );
}
