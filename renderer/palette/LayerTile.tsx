import { memo } from 'react';
import { PaletteTile } from '#renderer/palette/PaletteTile.tsx';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';

/** One kind of layer. */
export const LayerTile = memo(function LayerTile({ layer }: { readonly layer: LayerDefinition }) {
  const language = useLanguage();
  const { kind, title, family, pictogram, doc, gloss } = layer;
  return (
    <PaletteTile
      {...{ kind, title, family, pictogram }}
      gloss={language === 'zh-CN' ? gloss.replace(/层$/, '') : undefined}
      doc={doc[language]}
    />
  );
});
