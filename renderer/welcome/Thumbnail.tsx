import type { ThumbnailBar } from '#shared/protocol/types.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Bars stand no further apart than this, so that a short network stays together. */
const widestPitchPx = 46;

/** A network's small picture: one bar a layer, as high as its data is large, joined as the layers are. */
export function Thumbnail({
  bars,
  width,
  height,
}: {
  readonly bars: readonly ThumbnailBar[];
  readonly width: number;
  readonly height: number;
}) {
  const isSmall = width < 80;
  const margin = isSmall ? 4 : 26;
  const columns = Math.max(0, ...bars.map(({ column }) => column));
  const rows = Math.max(0, ...bars.map(({ row }) => row)) + 1;
  const pitch = columns === 0 ? 0 : Math.min(widestPitchPx, (width - 2 * margin) / columns);
  const barWidth = Math.max(2, Math.min(13, columns === 0 ? 13 : pitch * 0.55));
  const left = (width - pitch * columns) / 2;
  const rowHeight = (height - margin) / rows;
  const lowest = isSmall ? 4 : 14;
  const places = bars.map((bar): Place => ({
    x: left + pitch * bar.column,
    y: margin / 2 + rowHeight * (bar.row + 0.5),
    height: lowest + bar.height * Math.max(0, rowHeight - margin / 2 - lowest),
  }));
  return (
    <svg width="100%" height="100%" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <g fill="none" stroke="var(--edge)" strokeWidth={isSmall ? 0.8 : 1.25}>
        {bars.flatMap((bar, index) =>
          bar.from.map((source) => (
            <path key={`${source}-${index}`} d={joint(source, index, bars, places)} />
          )),
        )}
      </g>
      {bars.map((bar, index) => {
        const place = places[index];
        if (place === undefined) return null;
        return (
          <rect
            key={index}
            x={place.x - barWidth / 2}
            y={place.y - place.height / 2}
            width={barWidth}
            height={place.height}
            rx={Math.min(2.5, barWidth / 3)}
            fill={`var(--family-${bar.family})`}
          />
        );
      })}
    </svg>
  );
}

/** The line between two bars: straight to a neighbour, over the bars between, or swinging to another row. */
function joint(
  from: number,
  to: number,
  bars: readonly ThumbnailBar[],
  places: readonly Place[],
): string {
  const [a, b] = [places[from], places[to]];
  const [barA, barB] = [bars[from], bars[to]];
  if (a === undefined || b === undefined || barA === undefined || barB === undefined) return '';
  if (barA.row !== barB.row) {
    const middle = (a.x + b.x) / 2;
    return `M${a.x} ${a.y}C${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`;
  }
  const isNeighbour = !bars.some(
    ({ row, column }) => row === barA.row && column > barA.column && column < barB.column,
  );
  if (isNeighbour) return `M${a.x} ${a.y}L${b.x} ${b.y}`;
  const between = places.filter(
    (place, index) => bars[index]?.row === barA.row && place.x >= a.x && place.x <= b.x,
  );
  const top = Math.max(4, Math.min(...between.map(({ y, height }) => y - height / 2)) - 10);
  return `M${a.x} ${a.y}V${top + 6}q0 -6 6 -6H${b.x - 6}q6 0 6 6V${b.y}`;
}
