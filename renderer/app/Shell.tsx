import { useMediaQuery } from '@mantine/hooks';
import { Suspense, lazy, useDeferredValue, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Canvas } from '#renderer/canvas/Canvas.tsx';
import { Palette } from '#renderer/palette/Palette.tsx';
import { Inspector } from '#renderer/inspector/Inspector.tsx';
import { CodeActions } from '#renderer/codeView/CodeActions.tsx';
import { Drawer } from '#renderer/results/Drawer.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { TopBar } from '#renderer/app/TopBar.tsx';
import classes from './Shell.module.css';

const loadCodeTab = () => import('#renderer/codeView/CodeTab.tsx');
const loadCodePane = () => import('#renderer/codeView/CodePane.tsx');
const loadTrainView = () => import('#renderer/training/TrainView.tsx');

const loadDataView = () => import('#renderer/data/DataView.tsx');

const CodeTab = lazy(async () => ({ default: (await loadCodeTab()).CodeTab }));
const CodePane = lazy(async () => ({ default: (await loadCodePane()).CodePane }));
const TrainView = lazy(async () => ({ default: (await loadTrainView()).TrainView }));
const DataView = lazy(async () => ({ default: (await loadDataView()).DataView }));

/** After a document was opened the page is busy for this long, ms. */
const openingMs = 1500;

/** Loads the places that are not shown yet, one after the other: loading one together with its first drawing takes too long. */
function useLoadAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      void loadDataView().then(loadTrainView).then(loadCodeTab).then(loadCodePane);
    }, openingMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
}

/** The frame around an open document: top bar, and below it Data, Design or Train. */
export function Shell() {
  // Deferred, the other step is drawn in slices: training goes on meanwhile, and no task holds the page up.
  const step = useDeferredValue(useStrata((state) => state.step));
  const { t } = useTranslation('app');
  useLoadAhead();
  useEndMergeOnBlur();
  return (
    <div className={classes.shell}>
      <TopBar />
      {step === 'design' ? (
        <DesignStep />
      ) : (
        <main
          key={step}
          className={classes.train}
          data-region={step}
          tabIndex={-1}
          aria-label={t(`region.${step}`)}
        >
          <ErrorBoundary>
            <Suspense fallback={null}>{step === 'data' ? <DataView /> : <TrainView />}</Suspense>
          </ErrorBoundary>
        </main>
      )}
    </div>
  );
}

function DesignStep() {
  const isNarrow = useMediaQuery('(max-width: 1199px)', false, { getInitialValueInEffect: false });
  const isSmall = useMediaQuery('(max-width: 999px)', false, { getInitialValueInEffect: false });
  const hasRoom = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
  const isCodeOpen = useStrata((state) => state.isCodeOpen);
  const isPaletteOpen = useStrata((state) => state.isPaletteOpen);
  const isInspectorOpen = useStrata((state) => state.isInspectorOpen);
  const hasSelection = useStrata((state) => state.selection.length > 0);
  const { t } = useTranslation('app');
  // The code takes the inspector's place where there is none for both.
  const isInspectorShown =
    isInspectorOpen && (!isSmall || hasSelection) && (!isCodeOpen || hasRoom);
  const isRail = isNarrow || (isCodeOpen && !hasRoom);
  return (
    <div className={classes.body}>
      {isPaletteOpen ? (
        <aside
          className={classes.palette}
          data-region="palette"
          data-rail={isRail || undefined}
          tabIndex={-1}
          aria-label={t('region.palette')}
        >
          <ErrorBoundary>
            <Palette isRail={isRail} />
          </ErrorBoundary>
        </aside>
      ) : null}
      <div className={classes.main}>
        <div className={classes.middle}>
          <main
            className={classes.canvas}
            data-region="canvas"
            tabIndex={-1}
            aria-label={t('region.canvas')}
          >
            <ErrorBoundary>
              <Canvas />
            </ErrorBoundary>
          </main>
          <section
            className={classes.drawer}
            data-region="drawer"
            tabIndex={-1}
            aria-label={t('region.drawer')}
          >
            <ErrorBoundary>
              <Drawer code={<CodeTab />} codeActions={<CodeActions />} />
            </ErrorBoundary>
          </section>
        </div>
        {isCodeOpen ? (
          <aside
            className={classes.code}
            data-region="code"
            data-overlay={isSmall || undefined}
            tabIndex={-1}
            aria-label={t('region.code')}
          >
            <ErrorBoundary>
              <Suspense fallback={null}>
                <CodePane />
              </Suspense>
            </ErrorBoundary>
          </aside>
        ) : null}
        {isInspectorShown ? (
          <aside
            className={classes.inspector}
            data-region="inspector"
            data-overlay={isSmall || undefined}
            tabIndex={-1}
            aria-label={t('region.inspector')}
          >
            <ErrorBoundary>
              <Inspector />
            </ErrorBoundary>
          </aside>
        ) : null}
      </div>
    </div>
  );
}

/** Leaving a field ends its undo step. */
function useEndMergeOnBlur(): void {
  const endMerge = useStrata((state) => state.endMerge);
  useEffect(() => {
    const end = () => {
      endMerge();
    };
    document.addEventListener('focusout', end);
    return () => {
      document.removeEventListener('focusout', end);
    };
  }, [endMerge]);
}
