import type { ReactNode } from 'react';
import type { LayerFamily } from '#shared/layers/defineLayer.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import styles from './LayerTile.module.css';

interface LayerTileProps {
  /** undefined: a kind of layer that the program does not know. */
  readonly layer: { readonly family: LayerFamily; readonly pictogram: string } | undefined;
  readonly sizePx: number;
}

/** A layer's pictogram on its family's colour. The layer's name stands beside it. */
export function LayerTile({ layer, sizePx }: LayerTileProps): ReactNode {
  return (
    <span
      className={styles.tile}
      style={{ width: sizePx, height: sizePx, background: familyColor(layer?.family) }}
      aria-hidden
    >
      {sizePx >= 16 && (
        <Pictogram name={layer?.pictogram ?? ''} sizePx={Math.round(sizePx * 0.65)} />
      )}
    </span>
  );
}

/** The solid colour of a family, for headers and swatches. */
export function familyColor(family: LayerFamily | undefined): string {
  return family === undefined ? 'var(--text3)' : `var(--family-${family})`;
}

/** The colour of a family as a line or text on the panel: readable in both themes. */
export function familyInk(family: LayerFamily | undefined): string {
  return family === undefined ? 'var(--text3)' : `var(--family-${family}-ink)`;
}
