import { Button, Portal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerReplace } from '#renderer/canvas/actions/connecting.ts';
import { useCanvas } from '#renderer/canvas/canvasState.ts';
import { useStrata } from '#renderer/store/store.ts';
import { edgesInto } from '#shared/graph/queries.ts';
import classes from '../Canvas.module.css';

/** Asks before an edge takes the place of another. */
export function ReplaceQuestionBox() {
  const { t } = useTranslation('canvas');
  const question = useCanvas((state) => state.replaceQuestion);
  const names = useStrata((state) => {
    if (question === null) return '';
    const { to, from } = question.edge;
    const held = edgesInto(state.sheet.graph, to.node).find((edge) => edge.to.port === to.port);
    const name = (id: typeof to.node) => state.sheet.facts.nodes.get(id)?.node.name ?? '';
    return [name(to.node), held === undefined ? '' : name(held.from.node), name(from.node)].join();
  });
  if (question === null) return null;
  const [target = '', before = '', after = ''] = names.split(',');
  return (
    <Portal>
      <div className={classes.questionShade} onPointerDown={no} />
      <div
        className={classes.question}
        role="dialog"
        aria-label={t('replace.title')}
        style={{
          left: Math.min(question.at.x, window.innerWidth - 270),
          top: Math.min(question.at.y, window.innerHeight - 110),
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') no();
        }}
      >
        <p>{t('replace.text', { target, before, after })}</p>
        <div className={classes.questionButtons}>
          <Button variant="filled" data-autofocus autoFocus onClick={yes}>
            {t('replace.yes')}
          </Button>
          <Button onClick={no}>{t('replace.no')}</Button>
        </div>
      </div>
    </Portal>
  );
}

function yes(): void {
  answerReplace(true);
}

function no(): void {
  answerReplace(false);
}
