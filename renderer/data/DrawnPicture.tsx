import { useEffect, useRef, type ReactNode } from 'react';
import { drawingSide } from '#shared/data/drawings.ts';
import styles from './pad.module.css';

/** A drawing as it is kept: 28 × 28 gray values, in the colour of text. */
export function DrawnPicture({ pixels }: { readonly pixels: Uint8Array }): ReactNode {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (context == null) return;
    const image = context.createImageData(drawingSide, drawingSide);
    pixels.forEach((value, index) => {
      image.data.fill(255, 4 * index, 4 * index + 3);
      image.data[4 * index + 3] = value;
    });
    context.putImageData(image, 0, 0);
  }, [pixels]);
  return (
    <canvas
      ref={ref}
      className={styles.drawnPicture}
      width={drawingSide}
      height={drawingSide}
      aria-hidden
    />
  );
}
