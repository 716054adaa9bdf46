import { Button, TextInput } from '@mantine/core';
import { ArrowUp, File as FileIcon, Folder } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickOptions } from '#shared/protocol/host.ts';
import type { FolderListing } from '#shared/protocol/types.ts';
import { getHost } from '#renderer/host/host.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { folderOf, joinPath, nameOf, shortPath } from '#renderer/parts/text/filePaths.ts';
import classes from './FileBrowser.module.css';

type Entry = FolderListing['entries'][number];

/** One folder of the file dialog, with the field for a name where something is written. */
export function FolderView({
  options,
  onChoose,
}: {
  readonly options: PickOptions;
  readonly onChoose: (path: string | null) => void;
}) {
  const { t } = useTranslation('app');
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [name, setName] = useState(nameOf(options.suggested ?? ''));
  const [isReplacing, setIsReplacing] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const path = listing?.path;
  // Another folder, another list: the keyboard goes on in it.
  useEffect(() => {
    if (path !== undefined) list.current?.querySelector('button')?.focus();
  }, [path]);
  const go = useCallback(async (path: string | null) => {
    const answer = await getHost().request('listFolder', { path });
    if (answer.ok) setListing(answer.value);
    else useStrata.getState().notify({ tone: 'danger', problem: answer.problem });
    return answer.ok;
  }, []);
  const home = useStrata((state) => state.hostInfo?.homeFolder);
  const suggestedFolder = folderOf(options.suggested ?? '');
  useEffect(() => {
    const start = async () => {
      if (suggestedFolder !== '' && (await go(suggestedFolder))) return;
      await go(null);
    };
    void start();
  }, [go, suggestedFolder]);
  if (listing === null) return <div className={classes.list} aria-busy />;

  const roots = [...new Set(listing.roots)];
  const isWriting = options.purpose !== 'open';
  const shown = listing.entries.filter(
    (entry) => entry.isFolder || (options.purpose !== 'folder' && hasEnding(entry, options)),
  );
  const exists = listing.entries.some((entry) => !entry.isFolder && entry.name === name);
  const choose = () => {
    if (name === '') onChoose(options.purpose === 'folder' ? listing.path : null);
    else if (options.purpose === 'save' && exists && !isReplacing) setIsReplacing(true);
    else onChoose(joinPath(listing.path, name));
  };
  const pick = (entry: Entry) => {
    if (entry.isFolder) {
      void go(entry.path);
    } else {
      setName(entry.name);
      setIsReplacing(false);
    }
  };
  return (
    <>
      {roots.length > 1 ? (
        <div className={classes.roots}>
          {roots.map((root) => (
            <Button key={root} onClick={() => void go(root)}>
              {root === home ? t('files.home') : nameOf(root) || root}
            </Button>
          ))}
        </div>
      ) : null}
      <div className={classes.bar}>
        <IconButton
          label={t('files.up')}
          isDisabled={listing.parent === null}
          onClick={() => void go(listing.parent)}
        >
          <ArrowUp size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <span className={classes.path} title={listing.path}>
          <bdi>{shortPath(listing.path, home)}</bdi>
        </span>
      </div>
      <div className={classes.list} ref={list}>
        {shown.map((entry) => (
          <button
            key={entry.path}
            type="button"
            className={classes.entry}
            aria-pressed={entry.isFolder ? undefined : entry.name === name}
            onClick={() => {
              pick(entry);
            }}
            onDoubleClick={() => {
              if (!entry.isFolder && options.purpose === 'open') onChoose(entry.path);
            }}
          >
            {entry.isFolder ? (
              <Folder size={15} strokeWidth={1.75} aria-hidden />
            ) : (
              <FileIcon size={15} strokeWidth={1.75} aria-hidden />
            )}
            <span className={classes.entryName}>{entry.name}</span>
            {entry.isFolder ? null : (
              <span className={classes.size}>{bytesText(entry.sizeBytes)}</span>
            )}
          </button>
        ))}
        {shown.length === 0 ? <p className={classes.none}>{t('files.none')}</p> : null}
      </div>
      <form
        className={classes.foot}
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
      >
        <TextInput
          className={classes.nameField ?? ''}
          label={t(options.purpose === 'folder' ? 'files.folderName' : 'files.name')}
          error={isReplacing ? t('files.exists', { name }) : null}
          readOnly={!isWriting}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setIsReplacing(false);
          }}
        />
        <Button
          onClick={() => {
            onChoose(null);
          }}
        >
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          variant="filled"
          disabled={name === '' && options.purpose !== 'folder'}
        >
          {t(isReplacing ? 'files.replace' : `files.do.${options.purpose}`)}
        </Button>
      </form>
    </>
  );
}

function hasEnding(entry: Entry, { extensions }: PickOptions): boolean {
  return (
    extensions.length === 0 ||
    extensions.some((extension) => entry.name.toLowerCase().endsWith(`.${extension}`))
  );
}
