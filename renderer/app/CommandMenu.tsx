import { Modal } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#renderer/store/command.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { commands, isEnabled } from '#renderer/app/commands.ts';
import { isApple, keysText } from '#renderer/parts/keys/keys.ts';
import { keysOf } from '#renderer/app/useShortcuts.ts';
import classes from './CommandMenu.module.css';

/** All commands that can be done now, by search. */
export function CommandMenu() {
  const { t } = useTranslation();
  const close = useStrata((state) => state.closeDialog);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands
    .filter((command) => command.isHidden !== true && isEnabled(command))
    .filter((command) => {
      const title = t(command.title).toLowerCase();
      return words.every((word) => title.includes(word));
    });
  const at = Math.min(active, Math.max(0, found.length - 1));
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    command.run();
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={520}
      yOffset="12vh"
      centered={false}
      aria-label={t('app:commands.title')}
    >
      <input
        className={classes.search}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${at}` : undefined}
        aria-label={t('app:commands.title')}
        placeholder={t('app:commands.search')}
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setActive(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
          else if (event.key === 'Enter') choose(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <ul className={classes.list} role="listbox" id={listId} ref={list}>
        {found.map((command, index) => (
          <Option
            key={command.id}
            id={`${listId}-${index}`}
            command={command}
            isActive={index === at}
            onPoint={() => {
              setActive(index);
            }}
            onChoose={() => {
              choose(command);
            }}
          />
        ))}
        {found.length === 0 ? <li className={classes.none}>{t('app:commands.none')}</li> : null}
      </ul>
    </Modal>
  );
}

function Option({
  id,
  command,
  isActive,
  onPoint,
  onChoose,
}: {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const [keys] = keysOf(command);
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes.option}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      {t(command.title)}
      {keys === undefined ? null : <Kbd>{keysText(keys, isApple(navigator.platform))}</Kbd>}
    </li>
  );
}
