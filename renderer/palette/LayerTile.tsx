import { GripVertical } from 'lucide-react';
import { memo } from 'react';
import { addAfterSelection } from '#renderer/parts/addLayer/addLayer.ts';
import { endLayerDrag, startLayerDrag } from '#renderer/parts/addLayer/layerDrag.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import classes from './Palette.module.css';

/** One kind of layer: drag it onto the canvas, or add it after the selection with a double click or Enter. */
export const LayerTile = memo(function LayerTile({ layer }: { readonly layer: LayerDefinition }) {
  const language = useLanguage();
  return (
    <li>
      <button
        type="button"
        className={classes.tile}
        draggable
        data-tile={layer.kind}
        title={layer.doc[language]}
        onDragStart={(event) => {
          startLayerDrag(event.dataTransfer, layer.kind);
        }}
        onDragEnd={endLayerDrag}
        onDoubleClick={() => {
          addAfterSelection(layer.kind);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          addAfterSelection(layer.kind);
        }}
      >
        <span className={classes.swatch} style={{ background: `var(--family-${layer.family})` }}>
          <Pictogram name={layer.pictogram} sizePx={14} />
        </span>
        <span className={classes.words}>
          <span className={classes.tileTitle}>{layer.title}</span>
          {language === 'zh-CN' ? (
            <span className={classes.gloss}>{layer.gloss.replace(/层$/, '')}</span>
          ) : null}
        </span>
        <GripVertical className={classes.grip} size={13} aria-hidden="true" />
      </button>
    </li>
  );
});
