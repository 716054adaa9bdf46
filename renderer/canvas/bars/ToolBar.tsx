import { Redo2, Undo2, WandSparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { tidy } from '#renderer/canvas/actions/tidy.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import classes from './bars.module.css';

const isApple = /mac|iphone|ipad/i.test(navigator.platform);

/** Undo, redo and tidy layout, at the top left of the canvas. */
export function ToolBar() {
  const { t } = useTranslation('canvas');
  const text = useLocalText();
  const undoLabel = useStrata((state) => state.undoLabel);
  const redoLabel = useStrata((state) => state.redoLabel);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const isEmpty = useStrata((state) => state.sheet.graph.nodes.length === 0);
  const undo = useStrata((state) => state.undo);
  const redo = useStrata((state) => state.redo);
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('tools')}>
      <IconButton
        label={undoLabel === null ? t('undo') : t('undoStep', { step: text(undoLabel) })}
        shortcut={isApple ? '⌘ Z' : 'Ctrl Z'}
        isDisabled={undoLabel === null || isReadOnly}
        onClick={undo}
      >
        <Undo2 size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={redoLabel === null ? t('redo') : t('redoStep', { step: text(redoLabel) })}
        shortcut={isApple ? '⇧ ⌘ Z' : 'Ctrl Shift Z'}
        isDisabled={redoLabel === null || isReadOnly}
        onClick={redo}
      >
        <Redo2 size={16} strokeWidth={1.75} />
      </IconButton>
      <span className={classes.divider} />
      <button
        type="button"
        className={classes.textButton}
        aria-keyshortcuts="t"
        disabled={isEmpty || isReadOnly}
        onClick={() => {
          void tidy();
        }}
      >
        <WandSparkles size={15} strokeWidth={1.75} aria-hidden="true" />
        {t('tidy')}
      </button>
    </div>
  );
}
