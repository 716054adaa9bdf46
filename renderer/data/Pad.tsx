import { useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { drawingSide } from '#shared/data/drawings.ts';
import styles from './pad.module.css';

/** Side of the pad, px; each pixel of a drawing is the mean of a square of the pad. */
const padPx = 336;
const strokePx = 26;

/** A pad and what can be done with it. */
export interface PadHandle {
  /** Takes the canvas that is drawn on. */
  readonly attach: (canvas: HTMLCanvasElement | null) => void;
  readonly clear: () => void;
  /** What is drawn, in the middle of the picture; null: nothing. */
  readonly read: () => Uint8Array | null;
}

/** Makes a pad. */
export function usePad(): PadHandle {
  const [canvas, attach] = useState<HTMLCanvasElement | null>(null);
  return useMemo(() => {
    const context = canvas?.getContext('2d', { willReadFrequently: true });
    return {
      attach,
      clear: () => context?.clearRect(0, 0, padPx, padPx),
      read: () => {
        const image = context?.getImageData(0, 0, padPx, padPx);
        return image === undefined ? null : shrink(image.data);
      },
    };
  }, [canvas]);
}

/** Means of the squares of the pad's coverage, 0 … 255; null where nothing is drawn. */
function shrink(rgba: Uint8ClampedArray): Uint8Array | null {
  const pixels = new Uint8Array(drawingSide * drawingSide);
  const square = padPx / drawingSide;
  let most = 0;
  for (let row = 0; row < drawingSide; row += 1) {
    for (let column = 0; column < drawingSide; column += 1) {
      let sum = 0;
      for (let y = 0; y < square; y += 1) {
        const start = ((row * square + y) * padPx + column * square) * 4 + 3;
        for (let x = 0; x < square; x += 1) sum += rgba[start + 4 * x] ?? 0;
      }
      const mean = Math.round(sum / (square * square));
      pixels[row * drawingSide + column] = mean;
      most = Math.max(most, mean);
    }
  }
  return most < 32 ? null : pixels;
}

/** The place to draw on, with mouse, pen or finger. */
export function Pad({
  onAttach,
}: {
  /** Takes the canvas that is drawn on. */
  readonly onAttach: PadHandle['attach'];
}): ReactNode {
  const { t } = useTranslation('data');
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const context = event.currentTarget.getContext('2d');
    if (context === null) return;
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const scale = padPx / width;
    const at = { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale };
    const from = last.current ?? at;
    context.lineWidth = strokePx;
    context.lineCap = 'round';
    context.strokeStyle = getComputedStyle(event.currentTarget).color;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(at.x, at.y);
    context.stroke();
    last.current = at;
  };
  return (
    <canvas
      ref={onAttach}
      className={styles.pad}
      width={padPx}
      height={padPx}
      tabIndex={0}
      role="img"
      aria-label={t('pad.canvas')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = null;
        draw(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) draw(event);
      }}
      onPointerUp={() => {
        last.current = null;
      }}
    />
  );
}
