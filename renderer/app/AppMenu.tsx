import { Menu } from '@mantine/core';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentDocument } from '#shared/protocol/types.ts';
import { getHost } from '#renderer/host/host.ts';
import { languages } from '#renderer/locales/i18n.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Logo } from '#renderer/ui/Logo.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { findCommand } from '#renderer/app/commands.ts';
import { keysText, isApple } from '#renderer/parts/keys/keys.ts';
import { keysOf } from '#renderer/app/useShortcuts.ts';
import classes from './TopBar.module.css';

const themes = ['system', 'light', 'dark'] as const;
/** Recent documents in the menu. */
const mostRecents = 8;

/** The program's menu behind the logo. */
export function AppMenu() {
  const { t } = useTranslation('app');
  const [recents, setRecents] = useState<readonly RecentDocument[]>([]);
  const language = useStrata((state) => state.language);
  const preferences = useStrata((state) => state.preferences);
  const { setPreferences, openDocument } = useStrata.getState();
  const readRecents = async () => {
    const answer = await getHost().request('listRecents', {});
    if (answer.ok) setRecents(answer.value);
  };
  return (
    <Menu position="bottom-start" width={250} onOpen={() => void readRecents()}>
      <Menu.Target>
        <button type="button" className={classes.logo} aria-label={t('menu.title')}>
          <Logo sizePx={20} />
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <CommandItem id="document.new" />
        <CommandItem id="document.templates" />
        <CommandItem id="document.open" />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item disabled={recents.length === 0}>{t('menu.recent')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {recents.slice(0, mostRecents).map((recent) => (
              <Menu.Item key={recent.path} onClick={() => void openDocument(recent.path)}>
                {recent.name}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Divider />
        <CommandItem id="document.save" />
        <CommandItem id="document.saveAs" />
        <CommandItem id="document.export" />
        <Menu.Divider />
        <CommandItem id="edit.undo" />
        <CommandItem id="edit.redo" />
        <Menu.Divider />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>{t('menu.language')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {languages.map(({ id, title }) => (
              <Choice
                key={id}
                isChosen={language === id}
                title={title}
                onChoose={() => void setPreferences({ language: id })}
              />
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>{t('menu.theme')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {themes.map((theme) => (
              <Choice
                key={theme}
                isChosen={preferences.theme === theme}
                title={t(`theme.${theme}`)}
                onChoose={() => void setPreferences({ theme })}
              />
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Choice
          isChosen={preferences.singleLetterShortcuts}
          title={t('menu.singleLetters')}
          onChoose={() =>
            void setPreferences({ singleLetterShortcuts: !preferences.singleLetterShortcuts })
          }
        />
        <Menu.Divider />
        <CommandItem id="app.commands" />
        <CommandItem id="app.shortcuts" />
        <CommandItem id="app.about" />
      </Menu.Dropdown>
    </Menu>
  );
}

function Choice({
  isChosen,
  title,
  onChoose,
}: {
  readonly isChosen: boolean;
  readonly title: string;
  readonly onChoose: () => void;
}) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={isChosen}
      rightSection={isChosen ? <Check size={14} aria-hidden /> : null}
      onClick={onChoose}
    >
      {title}
    </Menu.Item>
  );
}

/** One command in the menu, with its shortcut; undo and redo say what they would take back. */
function CommandItem({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const language = useStrata((state) => state.language);
  const command = findCommand(id);
  const isOn = useStrata((state) => command?.isEnabled?.(state) ?? true);
  const label = useStrata((state) =>
    id === 'edit.undo' ? state.undoLabel : id === 'edit.redo' ? state.redoLabel : null,
  );
  if (command === undefined) return null;
  const [keys] = keysOf(command);
  return (
    <Menu.Item
      disabled={!isOn}
      rightSection={
        keys === undefined ? null : <Kbd>{keysText(keys, isApple(navigator.platform))}</Kbd>
      }
      onClick={() => {
        command.run();
      }}
    >
      {label === null
        ? t(command.title)
        : t('app:command.withLabel', { command: t(command.title), label: label[language] })}
    </Menu.Item>
  );
}
