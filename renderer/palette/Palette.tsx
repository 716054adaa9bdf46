import { ChevronDown, ChevronRight, Search, Sparkles } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockSection, Tile, useBlockTiles } from '#renderer/palette/BlockSection.tsx';
import { LayerTile } from '#renderer/palette/LayerTile.tsx';
import { PaletteRail } from '#renderer/palette/PaletteRail.tsx';
import { moveInPalette } from '#renderer/palette/moveInPalette.ts';
import { searchInputId } from '#renderer/palette/commands.ts';
import { type FilledGroup, groupLayers } from '#renderer/parts/families/families.ts';
import { addAfterSelection } from '#renderer/parts/addLayer/addLayer.ts';
import { searchLayers } from '#renderer/parts/layerSearch/searchLayers.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { findLayer, layers } from '#shared/layers/index.ts';
import { oftenAfter } from '#shared/layers/oftenAfter.ts';
import classes from './Palette.module.css';

const groups = groupLayers(layers);

/** All kinds of layers, to be dragged onto the canvas or added after the selection. */
export function Palette({ isRail }: { readonly isRail: boolean }) {
  return isRail ? <PaletteRail groups={groups} /> : <OpenPalette />;
}

function OpenPalette() {
  const { t } = useTranslation('palette');
  const [query, setQuery] = useState('');
  const found = useMemo(() => (query.trim() === '' ? null : searchLayers(layers, query)), [query]);
  return (
    <div className={classes.palette} onKeyDown={moveInPalette}>
      <label className={classes.search}>
        <Search size={15} aria-hidden="true" />
        <input
          id={searchInputId}
          type="search"
          placeholder={t('search.placeholder', { count: layers.length })}
          aria-label={t('search.label')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const [best] = found ?? [];
            if (event.key === 'Enter' && best !== undefined) {
              addAfterSelection(best.kind);
              event.currentTarget.select();
            } else if (event.key === 'Escape') {
              setQuery('');
              event.currentTarget.blur();
            }
          }}
        />
        {query === '' ? <Kbd>/</Kbd> : null}
      </label>
      {found === null ? <Sections /> : <SearchResults found={found} query={query} />}
    </div>
  );
}

function SearchResults({
  found,
  query,
}: {
  readonly found: readonly LayerDefinition[];
  readonly query: string;
}) {
  const { t } = useTranslation('palette');
  const localText = useLocalText();
  const words = query.trim().toLowerCase();
  const blocks = useBlockTiles().filter((tile) =>
    `${localText(tile.title)} ${tile.block.name}`.toLowerCase().includes(words),
  );
  if (found.length + blocks.length === 0)
    return <p className={classes.nothing}>{t('search.nothing', { query })}</p>;
  return (
    <ul
      className={classes.results}
      aria-label={t('search.results', { count: found.length + blocks.length })}
    >
      {found.map((layer) => (
        <LayerTile key={layer.kind} layer={layer} />
      ))}
      {blocks.map((tile) => (
        <Tile key={tile.kind} tile={tile} />
      ))}
    </ul>
  );
}

function Sections() {
  return (
    <>
      <OftenAfter />
      {groups.map((group) => (
        <FamilySection key={group.id} group={group} />
      ))}
      <BlockSection />
    </>
  );
}

/** What usually follows the selected layer. */
function OftenAfter() {
  const { t } = useTranslation('palette');
  const kind = useStrata(({ selection, sheet: { facts } }) => {
    const [only] = selection;
    return selection.length === 1 && only !== undefined
      ? (facts.nodes.get(only)?.node.kind ?? null)
      : null;
  });
  const layer = kind === null ? undefined : findLayer(kind);
  const followers =
    kind === null ? [] : oftenAfter(kind).flatMap((follower) => findLayer(follower) ?? []);
  if (layer === undefined || followers.length === 0) return null;
  return (
    <section className={classes.often} aria-label={t('oftenAfter', { layer: layer.title })}>
      <h3 className={classes.oftenTitle}>
        <Sparkles size={13} aria-hidden="true" />
        {t('oftenAfter', { layer: layer.title })}
      </h3>
      <ul>
        {followers.map((follower) => (
          <LayerTile key={follower.kind} layer={follower} />
        ))}
      </ul>
    </section>
  );
}

function FamilySection({ group }: { readonly group: FilledGroup }) {
  const { t } = useTranslation('palette');
  const [isOpen, setIsOpen] = useState(group.isOpenAtFirst);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className={classes.family}>
      <button
        type="button"
        className={classes.familyTitle}
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        <Chevron size={13} aria-hidden="true" />
        <span>{t(`family.${group.id}`)}</span>
        <span className={classes.count}>{group.layers.length}</span>
      </button>
      {isOpen ? (
        <ul>
          {group.layers.map((layer) => (
            <LayerTile key={layer.kind} layer={layer} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
