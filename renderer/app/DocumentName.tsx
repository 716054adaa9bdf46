import { Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import classes from './TopBar.module.css';

/** The document's name; a click makes it a field. */
export function DocumentName() {
  const { t } = useTranslation('app');
  const name = useStrata((state) => state.document.name);
  const path = useStrata((state) => state.path);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    return (
      <NameField
        name={name}
        onDone={() => {
          setIsEditing(false);
        }}
      />
    );
  }
  return (
    <Tooltip label={path ?? t('name.rename')}>
      <button
        type="button"
        className={classes.name}
        data-command="rename"
        aria-label={t('name.label', { name })}
        disabled={isReadOnly}
        onClick={() => {
          setIsEditing(true);
        }}
      >
        {name}
      </button>
    </Tooltip>
  );
}

function NameField({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const { t } = useTranslation('app');
  const edit = useStrata((state) => state.edit);
  const [draft, setDraft] = useState(name);
  const finish = () => {
    const next = draft.trim();
    if (next !== '' && next !== name) edit({ type: 'setName', name: next });
    onDone();
  };
  return (
    <input
      className={classes.nameInput}
      aria-label={t('name.rename')}
      autoFocus
      maxLength={200}
      value={draft}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}
