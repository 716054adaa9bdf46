import { Portal } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FittedLayer, fitLayers } from '#renderer/parts/layerSearch/fitLayer.ts';
import { searchLayers } from '#renderer/parts/layerSearch/searchLayers.ts';
import { useFitText } from '#renderer/parts/quickAdd/useFitText.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { Shape } from '#shared/shape/shape.ts';
import classes from './QuickAdd.module.css';

const none: readonly string[] = [];
const widthPx = 244;
const heightPx = 330;

/** A list of layers to choose from, with search; those that fit come first. */
export function QuickAdd({
  at,
  layers,
  shape,
  preferred = none,
  isJoined,
  onChoose,
  onClose,
}: {
  /** Where it opens, px of the page. */
  readonly at: { readonly x: number; readonly y: number };
  readonly layers: readonly LayerDefinition[];
  /** Shape of the output that the layer will follow; null: none, or not known. */
  readonly shape: Shape | null;
  /** Kinds that come first before anything is typed. */
  readonly preferred?: readonly string[];
  /** True: the new layer is connected, and the hint says so. */
  readonly isJoined: boolean;
  readonly onChoose: (kind: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('palette');
  const listId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const found = useMemo(
    () => (query === '' ? preferFirst(layers, preferred) : searchLayers(layers, query)),
    [layers, query, preferred],
  );
  const { fitting, others } = useMemo(
    () => (shape === null ? { fitting: found.map(unfitted), others: [] } : fitLayers(found, shape)),
    [found, shape],
  );
  const choices = [...fitting, ...others];
  const active = Math.min(index, choices.length - 1);

  useCloseOutside(panel, onClose);
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      setIndex((active + step + choices.length) % Math.max(1, choices.length));
    } else if (event.key === 'Enter') {
      const chosen = choices[active];
      if (chosen !== undefined) onChoose(chosen.layer.kind);
    } else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const row = (fitted: FittedLayer, at: number) => (
    <QuickAddRow
      key={fitted.layer.kind}
      id={`${listId}-${at}`}
      fitted={fitted}
      isActive={at === active}
      isCertain={shape !== null}
      onPoint={() => {
        setIndex(at);
      }}
      onChoose={() => {
        onChoose(fitted.layer.kind);
      }}
    />
  );

  return (
    <Portal>
      <div
        ref={panel}
        className={classes.panel}
        role="dialog"
        aria-label={t('quickAdd.title')}
        style={{
          left: Math.max(8, Math.min(at.x, window.innerWidth - widthPx - 8)),
          top: Math.max(8, Math.min(at.y, window.innerHeight - heightPx - 8)),
          width: widthPx,
        }}
        onKeyDown={press}
      >
        <label className={classes.search}>
          <Search size={14} aria-hidden="true" />
          <input
            autoFocus
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={`${listId}-${active}`}
            aria-label={t('search.label')}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setIndex(0);
            }}
          />
        </label>
        <ul id={listId} className={classes.list} role="listbox" aria-label={t('quickAdd.title')}>
          {shape !== null && fitting.length > 0 ? (
            <li className={classes.heading} role="presentation">
              {t('quickAdd.fits', { shape: shapeText(shape) })}
            </li>
          ) : null}
          {fitting.map((fitted, at) => row(fitted, at))}
          {others.length > 0 ? (
            <li className={classes.heading} data-later={fitting.length > 0} role="presentation">
              {t('quickAdd.doesNotFit')}
            </li>
          ) : null}
          {others.map((fitted, at) => row(fitted, fitting.length + at))}
          {choices.length === 0 ? (
            <li className={classes.heading} role="presentation">
              {t('search.nothing', { query })}
            </li>
          ) : null}
        </ul>
        <div className={classes.hint} aria-hidden="true">
          <Kbd>Enter</Kbd> {t(isJoined ? 'quickAdd.insert' : 'quickAdd.add')}
          <Kbd>Esc</Kbd> {t('quickAdd.close')}
        </div>
      </div>
    </Portal>
  );
}

function preferFirst(
  layers: readonly LayerDefinition[],
  preferred: readonly string[],
): readonly LayerDefinition[] {
  const first = preferred.flatMap((kind) => layers.find((layer) => layer.kind === kind) ?? []);
  return [...first, ...layers.filter((layer) => !first.includes(layer))];
}

function unfitted(layer: LayerDefinition): FittedLayer {
  return { layer, fit: { fits: true, output: null } };
}

function QuickAddRow({
  id,
  fitted,
  isActive,
  isCertain,
  onPoint,
  onChoose,
}: {
  readonly id: string;
  readonly fitted: FittedLayer;
  readonly isActive: boolean;
  /** False: shapes are not known, so nothing is said about them. */
  readonly isCertain: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}) {
  const language = useLanguage();
  const { short, long } = useFitText(fitted.fit);
  const { layer, fit } = fitted;
  const beside = isCertain ? short : language === 'zh-CN' ? layer.gloss : '';
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes.row}
      data-fits={fit.fits}
      title={isCertain ? long : layer.doc[language]}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className={classes.swatch} style={{ background: `var(--family-${layer.family})` }}>
        <Pictogram name={layer.pictogram} sizePx={14} />
      </span>
      <span className={classes.title}>{layer.title}</span>
      <span className={classes.beside}>{beside}</span>
    </li>
  );
}

function useCloseOutside(panel: { readonly current: HTMLElement | null }, onClose: () => void) {
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target) !== true) onClose();
    };
    document.addEventListener('pointerdown', press, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
    };
  }, [panel, onClose]);
}
