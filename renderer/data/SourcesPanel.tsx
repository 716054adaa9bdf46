import { ActionIcon, Menu } from '@mantine/core';
import {
  AudioLines,
  ChevronRight,
  Database,
  FileSpreadsheet,
  FolderOpen,
  Images,
  PencilLine,
  Plus,
  Type,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceDefinition } from '#shared/data/catalogue.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { DataReport } from '#shared/data/report.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import { findSource, sources } from '#shared/data/sources/index.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { Checks } from '#renderer/data/Checks.tsx';
import { rowCount, sourceFeatures } from '#renderer/data/columns.ts';
import { DropZone } from '#renderer/data/DropZone.tsx';
import { useDataState } from '#renderer/data/dataState.ts';
import { SourceSettings } from '#renderer/data/SourceSettings.tsx';
import { exampleWord } from '#renderer/data/useSourceTitle.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './SourcesPanel.module.css';
import words from './words.module.css';

/** Where examples come from: the document's source, those of this session, and the sets that come with the program. */
export function SourcesPanel(): ReactNode {
  const { t } = useTranslation('data');
  const recipe = useStrata((state) => state.document.data);
  const known = useStrata((state) => state.knownSources);
  const { report } = useReport();
  const current = recipe.source;
  const others = known.filter(
    ({ source }) => !isSame(source, current) && !isBuiltIn(findSource(source.kind)),
  );
  return (
    <nav className={styles.sources} aria-label={t('sources')}>
      <header className={styles.panelHead}>
        <h2 className={words.title}>{t('sources')}</h2>
        <AddSource />
      </header>
      <ul className={styles.sourceItems}>
        {current !== null && !isBuiltIn(findSource(current.kind)) && (
          <SourceItem source={current} report={report} isCurrent />
        )}
        {current !== null && !isBuiltIn(findSource(current.kind)) && (
          <SourceSettings source={current} />
        )}
        {others.map(({ source, report: itsReport }) => (
          <SourceItem key={JSON.stringify(source)} source={source} report={itsReport} />
        ))}
      </ul>
      <DropZone isLarge={current === null} />
      {current !== null && <Checks />}
      <BuiltIn isOpen={current === null || isBuiltIn(findSource(current.kind))}>
        {sources.filter(isBuiltIn).map((definition) => {
          const isCurrent = current?.kind === definition.kind;
          return (
            <Fragment key={definition.kind}>
              <SourceItem
                source={isCurrent ? current : { kind: definition.kind, params: {} }}
                report={isCurrent ? report : null}
                isCurrent={isCurrent}
              />
              {isCurrent && <SourceSettings source={current} />}
            </Fragment>
          );
        })}
      </BuiltIn>
    </nav>
  );
}

/** The sets that come with the program; folded away while the user's own data are in hand. */
function BuiltIn({
  isOpen,
  children,
}: {
  readonly isOpen: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('data');
  return (
    <details className={styles.builtIn} open={isOpen} key={String(isOpen)}>
      <summary className={words.subtitle}>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        {t('builtIn')}
      </summary>
      <ul className={styles.sourceItems}>{children}</ul>
    </details>
  );
}

/** A set with a licence comes with the program; the user's own files have none here. */
function isBuiltIn(definition: SourceDefinition | undefined): boolean {
  return definition !== undefined && definition.license !== null;
}

function isSame(one: DataSource, other: DataSource | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function SourceItem({
  source,
  report,
  isCurrent = false,
}: {
  readonly source: DataSource;
  readonly report: DataReport | null;
  readonly isCurrent?: boolean;
}): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const joined = useJoined();
  const chooseSource = useStrata((state) => state.chooseSource);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const isOpening = useStrata((state) => state.openingData === source.kind);
  const definition = findSource(source.kind);
  const title = definition === undefined ? source.kind : localText(definition.title);
  const license = definition?.license ?? null;
  return (
    <li>
      <button
        type="button"
        className={styles.source}
        aria-current={isCurrent ? 'true' : undefined}
        disabled={isReadOnly && !isCurrent}
        title={joined([definition === undefined ? '' : localText(definition.doc), license ?? ''])}
        onClick={() => {
          if (!isCurrent) void chooseSource(source);
        }}
      >
        <SourceIcon source={source} />
        <span className={styles.sourceWords}>
          <span className={styles.sourceName}>{report?.name ?? title}</span>
          <span className={styles.sourceNote}>
            {isOpening ? t('opening') : <Amount report={report} definition={definition} />}
          </span>
          {license !== null && <span className={styles.license}>{license}</span>}
        </span>
      </button>
    </li>
  );
}

/** How much a source holds, as far as that is known. */
function Amount({
  report,
  definition,
}: {
  readonly report: DataReport | null;
  readonly definition: SourceDefinition | undefined;
}): ReactNode {
  const { t } = useTranslation('data');
  if (report !== null) {
    const count = rowCount(report);
    const word = exampleWord(report.features.map(({ feature }) => feature.kind));
    const rows = t(word, { count, amount: countText(count) });
    // Pictures with their label are not thought of as columns.
    if (word !== 'rows') {
      return [rows, ...(report.bytes === null ? [] : [bytesText(report.bytes)])].join(' · ');
    }
    const columns = t('columns', { count: report.features.length });
    return [
      `${rows} × ${columns}`,
      ...(report.bytes === null ? [] : [bytesText(report.bytes)]),
    ].join(' · ');
  }
  const counts = definition?.counts(defaultsOf(definition)) ?? null;
  if (counts === null) return definition?.license == null ? '' : t('comesWith');
  const count = counts.train + counts.test;
  return `${t('rows', { count, amount: countText(count) })} · ${t('comesWith')}`;
}

function defaultsOf({ params }: SourceDefinition): never {
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, param.default]),
  ) as never;
}

/** Sources with a sign of their own. */
const signs: Readonly<Record<string, LucideIcon>> = {
  drawings: PencilLine,
  imageFolder: Images,
  audioFolder: AudioLines,
};

const kindIcons: Readonly<Record<string, LucideIcon>> = {
  image: Images,
  audio: AudioLines,
  text: Type,
};

/** A sign of what a source holds. */
function SourceIcon({ source }: { readonly source: DataSource }): ReactNode {
  const features = sourceFeatures({ ...emptyRecipe, source });
  const kind = features.find(({ role }) => role === 'input')?.kind;
  const Icon = signs[source.kind] ?? (kind === undefined ? undefined : kindIcons[kind]);
  if (Icon !== undefined) return <Icon size={16} strokeWidth={1.75} aria-hidden />;
  if (isBuiltIn(findSource(source.kind)))
    return <Database size={16} strokeWidth={1.75} aria-hidden />;
  return /folder/i.test(source.kind) ? (
    <FolderOpen size={16} strokeWidth={1.75} aria-hidden />
  ) : (
    <FileSpreadsheet size={16} strokeWidth={1.75} aria-hidden />
  );
}

/** The menu of ways to bring data in. */
function AddSource(): ReactNode {
  const { t } = useTranslation('data');
  const pickData = useStrata((state) => state.pickData);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('addSource')} disabled={isReadOnly}>
          <Plus size={16} strokeWidth={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<FileSpreadsheet size={14} aria-hidden />}
          onClick={() => void pickData('open')}
        >
          {t('openFile')}
        </Menu.Item>
        <Menu.Item
          leftSection={<FolderOpen size={14} aria-hidden />}
          onClick={() => void pickData('folder')}
        >
          {t('openFolder')}
        </Menu.Item>
        {findSource('drawings') !== undefined && (
          <Menu.Item
            leftSection={<PencilLine size={14} aria-hidden />}
            onClick={() => {
              useDataState.setState({ isDrawing: true });
            }}
          >
            {t('draw')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
