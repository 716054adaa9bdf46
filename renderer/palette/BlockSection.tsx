import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PaletteTile } from '#renderer/palette/PaletteTile.tsx';
import type { BlockTile } from '#renderer/parts/blocks/blockTiles.ts';
import { blockTiles } from '#renderer/parts/blocks/blockTiles.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './Palette.module.css';

/** The blocks that can be added to the sheet. */
export function useBlockTiles(): readonly BlockTile[] {
  const blocks = useStrata((state) => state.document.blocks);
  const around = useStrata((state) => state.sheet.blocks);
  const saved = useStrata((state) => state.savedBlocks);
  return blockTiles(blocks, saved, around);
}

/** Blocks of the document, of the user's library and those that come with the program. */
export function BlockSection(): ReactNode {
  const { t } = useTranslation('palette');
  const tiles = useBlockTiles();
  const hasOwn = useStrata((state) => state.document.blocks.length > 0);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? hasOwn;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className={classes.family}>
      <button
        type="button"
        className={classes.familyTitle}
        aria-expanded={isOpen}
        onClick={() => {
          setChosen(!isOpen);
        }}
      >
        <Chevron size={13} aria-hidden="true" />
        <span>{t('family.blocks')}</span>
        <span className={classes.count}>{tiles.length}</span>
      </button>
      {isOpen && (
        <ul>
          {tiles.map((tile) => (
            <Tile key={tile.kind} tile={tile} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One block. */
export function Tile({ tile }: { readonly tile: BlockTile }): ReactNode {
  const localText = useLocalText();
  return (
    <PaletteTile
      kind={tile.kind}
      title={localText(tile.title)}
      doc={tile.doc === null ? undefined : localText(tile.doc)}
      family="io"
      pictogram="block"
    />
  );
}
