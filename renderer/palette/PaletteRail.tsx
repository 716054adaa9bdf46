import { Popover, Tooltip } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerTile } from '#renderer/palette/LayerTile.tsx';
import { moveInPalette } from '#renderer/palette/moveInPalette.ts';
import { addAfterSelection } from '#renderer/parts/addLayer/addLayer.ts';
import type { FilledGroup } from '#renderer/parts/families/families.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import { QuickAdd } from '#renderer/parts/quickAdd/QuickAdd.tsx';
import { layers } from '#shared/layers/index.ts';
import classes from './Palette.module.css';

/** The palette in 48 px: one button a family, whose layers open beside it, and the search. */
export function PaletteRail({ groups }: { readonly groups: readonly FilledGroup[] }) {
  const { t } = useTranslation('palette');
  const [searchAt, setSearchAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  return (
    <div className={classes.rail} onKeyDown={moveInPalette}>
      <Tooltip label={t('search.label')} position="right">
        <button
          type="button"
          className={classes.railButton}
          aria-label={t('search.label')}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            setSearchAt({ x: box.right + 10, y: box.top });
          }}
        >
          <Search size={17} aria-hidden="true" />
        </button>
      </Tooltip>
      {groups.map((group) => (
        <RailFamily key={group.id} group={group} />
      ))}
      {searchAt === null ? null : (
        <QuickAdd
          at={searchAt}
          layers={layers}
          shape={null}
          isJoined={false}
          onChoose={(kind) => {
            setSearchAt(null);
            addAfterSelection(kind);
          }}
          onClose={() => {
            setSearchAt(null);
          }}
        />
      )}
    </div>
  );
}

function RailFamily({ group }: { readonly group: FilledGroup }) {
  const { t } = useTranslation('palette');
  const [isOpen, setIsOpen] = useState(false);
  const title = t(`family.${group.id}`);
  const [first] = group.layers;
  if (first === undefined) return null;
  return (
    <Popover position="right-start" offset={10} opened={isOpen} onChange={setIsOpen} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.railButton}
          aria-label={`${title}, ${group.layers.length}`}
          aria-expanded={isOpen}
          title={title}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <span className={classes.swatch} style={{ background: `var(--family-${first.family})` }}>
            <Pictogram name={first.pictogram} sizePx={14} />
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <div className={classes.railTitle}>{title}</div>
        <ul className={classes.railList} onKeyDown={moveInPalette}>
          {group.layers.map((layer) => (
            <LayerTile key={layer.kind} layer={layer} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
