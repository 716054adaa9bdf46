import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findStep } from '#shared/data/steps/index.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { AddStep } from '#renderer/data/AddStep.tsx';
import { useDataState } from '#renderer/data/dataState.ts';
import { loadStep } from '#renderer/data/previewState.ts';
import { moveStep } from '#renderer/data/recipeEdits.ts';
import { StepItem } from '#renderer/data/StepItem.tsx';
import { useStrata } from '#renderer/store/store.ts';
import styles from './StepList.module.css';
import words from './words.module.css';

/** The steps of the recipe, in their order, which can be changed by drag or by the arrow keys of a step's grip. */
export function StepList(): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const data = useStrata((state) => state.document.data);
  const seed = useStrata((state) => state.document.seed);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const openStep = useDataState((state) => state.openStep);
  const list = useRef<HTMLOListElement>(null);
  /** Grip that gets the focus after its step was moved. */
  const focused = useRef<number | null>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const { steps } = data;

  useEffect(() => {
    void loadStep(openStep !== null && openStep < steps.length ? openStep : null);
  }, [openStep, steps, data, seed]);
  useEffect(() => {
    if (focused.current === null) return;
    grips(list.current)[focused.current]?.focus();
    focused.current = null;
  }, [steps]);

  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= steps.length) return;
    edit(moveStep(data, from, to));
    focused.current = to;
    useDataState.setState({ openStep: movedIndex(openStep, from, to) });
    const title = findStep(steps[from]?.kind ?? '')?.title;
    useStrata.getState().announce(
      t('stepMoved', {
        name: title === undefined ? '' : localText(title),
        place: to + 1,
        count: steps.length,
      }),
    );
  };
  const startDrag = (index: number, event: PointerEvent<HTMLElement>): void => {
    if (isReadOnly || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: index, to: index });
  };
  const goOn = (event: PointerEvent<HTMLElement>): void => {
    if (drag === null) return;
    const to = placeAt(list.current, event.clientY, drag.from);
    if (to !== drag.to) setDrag({ ...drag, to });
  };
  const endDrag = (isMade: boolean): void => {
    if (drag === null) return;
    setDrag(null);
    if (isMade) move(drag.from, drag.to);
  };

  return (
    <section className={styles.steps} aria-labelledby="data-recipe">
      <header className={styles.stepsHead}>
        <h3 className={words.subtitle} id="data-recipe">
          {t('recipe')}
        </h3>
        <span className={words.note}>{t('fromTraining')}</span>
        <span className={words.spring} />
        <AddStep />
      </header>
      {steps.length === 0 && <p className={styles.noSteps}>{t('noSteps')}</p>}
      <ol ref={list}>
        {steps.map((step, index) => (
          <StepItem
            key={index}
            step={step}
            index={index}
            mark={markOf(drag, index)}
            isOpen={openStep === index}
            grip={{
              onPointerDown: (event) => {
                startDrag(index, event);
              },
              onPointerMove: goOn,
              onPointerUp: () => {
                endDrag(true);
              },
              onPointerCancel: () => {
                endDrag(false);
              },
              onKeyDown: (event) => {
                if (event.key === 'Escape') endDrag(false);
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
              },
            }}
          />
        ))}
      </ol>
    </section>
  );
}

function grips(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-grip]') ?? [])];
}

/** Where a step that is dragged would stand: before the first step whose middle lies below the pointer. */
function placeAt(list: HTMLElement | null, y: number, from: number): number {
  const items = [...(list?.children ?? [])];
  let place = 0;
  items.forEach((item, index) => {
    if (index === from) return;
    const { top, height } = item.getBoundingClientRect();
    if (y > top + height / 2) place += 1;
  });
  return Math.min(place, items.length - 1);
}

/** How a step is drawn while one is dragged. */
function markOf(
  drag: { readonly from: number; readonly to: number } | null,
  index: number,
): 'held' | 'before' | 'after' | undefined {
  if (drag === null) return undefined;
  if (index === drag.from) return 'held';
  if (drag.to === drag.from || index !== drag.to) return undefined;
  return drag.to < drag.from ? 'before' : 'after';
}

/** Where the open step stands after a move. */
function movedIndex(open: number | null, from: number, to: number): number | null {
  if (open === null) return null;
  if (open === from) return to;
  if (from < open && to >= open) return open - 1;
  if (from > open && to <= open) return open + 1;
  return open;
}
