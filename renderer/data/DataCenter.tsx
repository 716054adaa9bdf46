import { Button } from '@mantine/core';
import { Database, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/problems/problem.ts';
import { ReadingData } from '#renderer/parts/readingData/ReadingData.tsx';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { DataFoot } from '#renderer/data/DataFoot.tsx';
import { DataTable } from '#renderer/data/DataTable.tsx';
import { DataToolBar } from '#renderer/data/DataToolBar.tsx';
import { DropZone } from '#renderer/data/DropZone.tsx';
import { useDataState } from '#renderer/data/dataState.ts';
import { PictureGrid } from '#renderer/data/PictureGrid.tsx';
import { usePreview } from '#renderer/data/previewState.ts';
import { useColumns, useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import styles from './DataCenter.module.css';

/** The rows, or why there are none. */
export function DataCenter(): ReactNode {
  const { t } = useTranslation('data');
  const hasSource = useStrata((state) => state.document.data.source !== null);
  const isOpening = useStrata((state) => state.openingData !== null);
  const { report, problem, isReading } = useReport();
  const columns = useColumns();
  const layout = useDataState((state) => state.layout);
  const hasPictures = columns.some(
    ({ feature }) => feature.kind === 'image' && feature.role !== 'ignored',
  );
  if (isOpening) return <Reading />;
  if (!hasSource) {
    return (
      <div className={styles.center}>
        <EmptyState
          icon={<Database size={28} strokeWidth={1.5} aria-hidden />}
          title={t('empty.title')}
          actions={<DropZone isLarge />}
        >
          {t('empty.text')}
        </EmptyState>
      </div>
    );
  }
  if (report === null && isReading) return <Reading />;
  if (report === null && problem !== null) return <Unreadable problem={problem} />;
  return (
    <div className={styles.center} data-filled="true">
      <DataToolBar report={report} columns={columns} hasPictures={hasPictures} />
      <RecipeProblem />
      {hasPictures && layout === 'pictures' ? (
        <PictureGrid columns={columns} />
      ) : (
        <DataTable columns={columns} />
      )}
      <DataFoot columns={columns} />
    </div>
  );
}

function Reading(): ReactNode {
  return (
    <div className={styles.center} aria-busy="true">
      <ReadingData />
    </div>
  );
}

function Unreadable({ problem }: { readonly problem: Problem }): ReactNode {
  const { t } = useTranslation('data');
  const describe = useDescribe();
  const allowData = useStrata((state) => state.allowData);
  const readAgain = useStrata((state) => state.readAgain);
  const { sentence, cause, remedy } = describe(problem);
  return (
    <div className={styles.center}>
      <EmptyState
        icon={<TriangleAlert size={28} strokeWidth={1.5} className={styles.danger} aria-hidden />}
        title={sentence}
        actions={
          problem.code === 'core.dataOutside' ? (
            <Button variant="filled" onClick={() => void allowData()}>
              {t('allow')}
            </Button>
          ) : (
            <Button onClick={() => void readAgain()}>{t('tryAgain')}</Button>
          )
        }
      >
        {[cause, remedy].filter(Boolean).join(' ')}
      </EmptyState>
    </div>
  );
}

/** Why the recipe cannot be shown; the rows before it stay. */
function RecipeProblem(): ReactNode {
  const describe = useDescribe();
  const problem = usePreview((state) => state.recipeProblem);
  if (problem === null) return null;
  const { sentence, cause, remedy } = describe(problem);
  return (
    <p className={styles.recipeProblem} role="alert">
      <TriangleAlert size={15} strokeWidth={1.75} aria-hidden />
      <span>
        <b>{sentence}</b> {[cause, remedy].filter(Boolean).join(' ')}
      </span>
    </p>
  );
}
