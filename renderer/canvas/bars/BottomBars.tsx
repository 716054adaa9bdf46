import { MiniMap, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fitAll, zoomBy, zoomTo } from '#renderer/canvas/actions/moveView.ts';
import type { CardNode } from '#renderer/canvas/flow/flowTypes.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import classes from './bars.module.css';

/** React Flow computes the map's scale from this, so it is told here and not in the style sheet. */
const mapSize = { width: 168, height: 92 };

// Made once: the map draws all its cards again when they change.
const mapColor = ({ data }: CardNode): string => `var(--family-${data.family})`;
const mapClass = ({ data }: CardNode): string =>
  data.hasProblem ? (classes.mapProblem ?? '') : '';

/** Zoom at the bottom left, the small map at the bottom right. */
export function BottomBars() {
  const { t } = useTranslation('canvas');
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const isEmpty = useStrata((state) => state.sheet.graph.nodes.length === 0);
  return (
    <>
      <div className={classes.zoom} role="toolbar" aria-label={t('zoom.bar')}>
        <IconButton
          label={t('zoom.out')}
          shortcut="−"
          size={26}
          onClick={() => {
            zoomBy(0.8);
          }}
        >
          <Minus size={15} strokeWidth={1.75} />
        </IconButton>
        <button
          type="button"
          className={classes.percent}
          title={t('zoom.actual')}
          onClick={() => {
            zoomTo(1);
          }}
        >
          {percent}%
        </button>
        <IconButton
          label={t('zoom.in')}
          shortcut="+"
          size={26}
          onClick={() => {
            zoomBy(1.25);
          }}
        >
          <Plus size={15} strokeWidth={1.75} />
        </IconButton>
        <span className={classes.divider} />
        <IconButton label={t('zoom.fit')} shortcut="F" size={26} onClick={fitAll}>
          <Maximize size={15} strokeWidth={1.75} />
        </IconButton>
      </div>
      {isEmpty ? null : (
        <MiniMap<CardNode>
          className={classes.map ?? ''}
          style={mapSize}
          ariaLabel={t('map')}
          position="bottom-right"
          pannable
          zoomable
          nodeColor={mapColor}
          nodeClassName={mapClass}
          nodeBorderRadius={8}
          offsetScale={6}
          maskColor="color-mix(in srgb, var(--canvas) 70%, transparent)"
          maskStrokeColor="var(--accent)"
          maskStrokeWidth={2}
        />
      )}
    </>
  );
}
