import { GripVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { addAfterSelection } from '#renderer/parts/addLayer/addLayer.ts';
import { endLayerDrag, startLayerDrag } from '#renderer/parts/addLayer/layerDrag.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import type { LayerFamily } from '#shared/layers/defineLayer.ts';
import classes from './Palette.module.css';

interface PaletteTileProps {
  /** Kind of layer, or what a block's tile is dragged as. */
  readonly kind: string;
  readonly title: string;
  /** A second text, lighter. */
  readonly gloss?: string | undefined;
  readonly doc?: string | undefined;
  readonly family: LayerFamily;
  readonly pictogram: string;
}

/** Something to draw with: drag it onto the canvas, or add it after the selection with a double click or Enter. */
export function PaletteTile(props: PaletteTileProps): ReactNode {
  const { kind, title, gloss, doc, family, pictogram } = props;
  return (
    <li>
      <button
        type="button"
        className={classes.tile}
        draggable
        data-tile={kind}
        title={doc}
        onDragStart={(event) => {
          startLayerDrag(event.dataTransfer, kind);
        }}
        onDragEnd={endLayerDrag}
        onDoubleClick={() => {
          addAfterSelection(kind);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          addAfterSelection(kind);
        }}
      >
        <span className={classes.swatch} style={{ background: `var(--family-${family})` }}>
          <Pictogram name={pictogram} sizePx={14} />
        </span>
        <span className={classes.words}>
          <span className={classes.tileTitle}>{title}</span>
          {gloss === undefined ? null : <span className={classes.gloss}>{gloss}</span>}
        </span>
        <GripVertical className={classes.grip} size={13} aria-hidden="true" />
      </button>
    </li>
  );
}
