import '@xyflow/react/dist/base.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomBars } from '#renderer/canvas/bars/BottomBars.tsx';
import { Breadcrumb } from '#renderer/canvas/bars/Breadcrumb.tsx';
import { ToolBar } from '#renderer/canvas/bars/ToolBar.tsx';
import { focusCanvas } from '#renderer/canvas/actions/moveFocus.ts';
import { EmptyCanvas } from '#renderer/canvas/EmptyCanvas.tsx';
import { FlowSurface } from '#renderer/canvas/flow/FlowSurface.tsx';
import { CanvasQuickAdd } from '#renderer/canvas/quickAdd/CanvasQuickAdd.tsx';
import { ReplaceQuestionBox } from '#renderer/canvas/quickAdd/ReplaceQuestionBox.tsx';
import { useClipboardEvents } from '#renderer/canvas/useClipboardEvents.ts';
import { useBatchFraction } from '#renderer/canvas/useBatchFraction.ts';
import { useCanvasSize } from '#renderer/canvas/useCanvasSize.ts';
import { sheetKey } from '#renderer/store/sheet.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './Canvas.module.css';

/** The paper on which the network is drawn. */
export function Canvas() {
  const { t } = useTranslation('canvas');
  const count = useStrata((state) => state.sheet.graph.nodes.length);
  const sheetId = useStrata(sheetKey);
  const [hasFocus, setHasFocus] = useState(false);
  const root = useCanvasSize();
  useClipboardEvents();
  useBatchFraction(root);
  return (
    <div
      ref={root}
      className={classes.canvas}
      role="group"
      aria-label={t('network', { count })}
      data-canvas
      // One stop for the Tab key: the paper passes the focus on to the active card, and is passed over while a card has it.
      tabIndex={hasFocus ? -1 : 0}
      onFocus={(event) => {
        if (event.target === event.currentTarget && count > 0 && !hasFocus) focusCanvas();
        setHasFocus(true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false);
      }}
    >
      <ReactFlowProvider key={sheetId}>
        <div className={classes.top}>
          <ToolBar />
          <Breadcrumb />
        </div>
        <FlowSurface />
        <BottomBars />
      </ReactFlowProvider>
      {count === 0 ? <EmptyCanvas /> : null}
      <CanvasQuickAdd />
      <ReplaceQuestionBox />
    </div>
  );
}
