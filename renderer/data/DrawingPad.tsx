import { Button, Modal, TextInput } from '@mantine/core';
import { Eraser, Plus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  drawingLimit,
  readDrawings,
  writeDrawings,
  type Drawing,
  type DrawnParams,
} from '#shared/data/drawings.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { DrawnPicture } from '#renderer/data/DrawnPicture.tsx';
import { Pad, usePad } from '#renderer/data/Pad.tsx';
import { recipeEdit } from '#renderer/data/recipeEdits.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './pad.module.css';

/** Labels that have a key of their own. */
const mostKeys = 9;
/** Drawings of a label that are shown; the newest. */
const mostShown = 14;

/** Records a small set of pictures by hand: draw, then say what it is. */
export function DrawingPad(): ReactNode {
  const isDrawing = useDataState((state) => state.isDrawing);
  const { t } = useTranslation('data');
  if (!isDrawing) return null;
  const close = (): void => {
    useDataState.setState({ isDrawing: false });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('pad.title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
      size={780}
    >
      <Recorder onDone={close} />
    </Modal>
  );
}

function Recorder({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('data');
  const before = useStrata((state) => state.document.data.source);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const [drawings, setDrawings] = useState<readonly Drawing[]>(() => drawingsOf(before));
  const [labels, setLabels] = useState<readonly string[]>(() => labelsOf(drawingsOf(before)));
  const pad = usePad();
  const isFull = drawings.length >= drawingLimit;
  const say = useStrata((state) => state.announce);

  const record = (label: string): void => {
    const pixels = pad.read();
    if (pixels === null || isFull) {
      say(t(isFull ? 'pad.full' : 'pad.nothing', { limit: drawingLimit }));
      return;
    }
    setDrawings([...drawings, { label, pixels }]);
    pad.clear();
    const count = drawings.filter((each) => each.label === label).length + 1;
    say(t('pad.saved', { label, count }));
  };
  const use = async (): Promise<void> => {
    const source = { kind: 'drawings', params: { ...writeDrawings(drawings) } };
    const { edit, chooseSource } = useStrata.getState();
    if (before?.kind === 'drawings') {
      edit(recipeEdit({ en: 'Change drawings', 'zh-CN': '修改手绘图' }, { source }));
    } else await chooseSource(source);
    onDone();
  };
  return (
    <div
      className={styles.recorder}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        const label = labels[Number(event.key) - 1];
        if (label !== undefined) record(label);
        else if (event.key === 'Backspace') pad.clear();
      }}
    >
      <div className={styles.left}>
        <p className={styles.text}>{t('pad.text')}</p>
        <Pad onAttach={pad.attach} />
        <div className={styles.padFoot}>
          <span className={styles.text}>{t('pad.keys')}</span>
          <Button leftSection={<Eraser size={14} aria-hidden />} onClick={pad.clear}>
            {t('pad.clear')}
          </Button>
        </div>
      </div>
      <div className={styles.right}>
        <ul className={styles.labels}>
          {labels.map((label, index) => (
            <Label
              key={label}
              label={label}
              keyText={index < mostKeys ? String(index + 1) : null}
              drawings={drawings}
              isDisabled={isReadOnly || isFull}
              onRecord={() => {
                record(label);
              }}
              onRemove={(drawing) => {
                setDrawings(drawings.filter((each) => each !== drawing));
              }}
            />
          ))}
        </ul>
        <AddLabel
          labels={labels}
          onAdd={(label) => {
            setLabels([...labels, label]);
          }}
        />
        {isFull && <p className={styles.text}>{t('pad.full', { limit: drawingLimit })}</p>}
        <div className={styles.foot}>
          <span className={styles.text}>{t('pad.count', { count: drawings.length })}</span>
          <Button
            variant="filled"
            disabled={isReadOnly || labelsOf(drawings).length < 2}
            onClick={() => void use()}
          >
            {t('pad.use')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** One label: the button that records under it, and what was recorded. */
function Label({
  label,
  keyText,
  drawings,
  isDisabled,
  onRecord,
  onRemove,
}: {
  readonly label: string;
  readonly keyText: string | null;
  readonly drawings: readonly Drawing[];
  readonly isDisabled: boolean;
  readonly onRecord: () => void;
  readonly onRemove: (drawing: Drawing) => void;
}): ReactNode {
  const { t } = useTranslation('data');
  const own = useMemo(() => drawings.filter((each) => each.label === label), [drawings, label]);
  return (
    <li className={styles.label}>
      <Button disabled={isDisabled} onClick={onRecord}>
        {t('pad.save', { label })}
        {keyText === null ? null : <kbd className={styles.key}>{keyText}</kbd>}
      </Button>
      <span className={styles.text}>{t('pad.count', { count: own.length })}</span>
      <span className={styles.drawn}>
        {own
          .slice(-mostShown)
          .reverse()
          .map((drawing, index) => (
            <button
              key={own.length - index}
              type="button"
              className={styles.drawnButton}
              disabled={isDisabled}
              aria-label={t('pad.remove', { label, number: own.length - index })}
              title={t('pad.remove', { label, number: own.length - index })}
              onClick={() => {
                onRemove(drawing);
              }}
            >
              <DrawnPicture pixels={drawing.pixels} />
            </button>
          ))}
      </span>
    </li>
  );
}

function AddLabel({
  labels,
  onAdd,
}: {
  readonly labels: readonly string[];
  readonly onAdd: (label: string) => void;
}): ReactNode {
  const { t } = useTranslation('data');
  const [text, setText] = useState('');
  const label = text.replace(/\s+/g, ' ').trim();
  const isNew = label !== '' && !labels.includes(label);
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNew) return;
        onAdd(label);
        setText('');
      }}
    >
      <TextInput
        aria-label={t('pad.newLabel')}
        placeholder={t('pad.newLabel')}
        value={text}
        data-autofocus
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
      />
      <Button type="submit" disabled={!isNew} leftSection={<Plus size={14} aria-hidden />}>
        {t('pad.addLabel')}
      </Button>
    </form>
  );
}

function drawingsOf(
  source: { readonly kind: string; readonly params: object } | null,
): readonly Drawing[] {
  if (source?.kind !== 'drawings') return [];
  const { bitmaps = '', labels = '' } = source.params as Partial<DrawnParams>;
  return readDrawings({ bitmaps, labels }) ?? [];
}

function labelsOf(drawings: readonly Drawing[]): readonly string[] {
  return [...new Set(drawings.map(({ label }) => label))];
}
