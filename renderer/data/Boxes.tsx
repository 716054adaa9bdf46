import type { ReactNode } from 'react';
import { boxesIn } from '#shared/data/arithmetic/boxes.ts';
import styles from './Boxes.module.css';

/** Colours of classes, in turn. */
const colours = ['merging', 'convolution', 'core', 'pooling', 'attention', 'activation'];

/** Colour of a class's boxes, as CSS says it. */
export function boxColour(label: number): string {
  return `var(--family-${colours[label % colours.length] ?? 'merging'})`;
}

/** A picture with the objects in it framed, shown as a whole (`object-fit: contain`). */
export function Boxes({
  text,
  width,
  height,
  children,
}: {
  /** Boxes, one a line. */
  readonly text: string;
  /** The picture's own size. */
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}): ReactNode {
  const boxes = boxesIn(text);
  if (boxes.length === 0) return children;
  return (
    <span className={styles.frame}>
      {children}
      <svg className={styles.boxes} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {boxes.map((box, index) => {
          const place = {
            x: (box.x - box.width / 2) * width,
            y: (box.y - box.height / 2) * height,
            width: box.width * width,
            height: box.height * height,
          };
          return (
            <g key={index}>
              <rect className={styles.ground} {...place} />
              <rect className={styles.box} style={{ stroke: boxColour(box.label) }} {...place} />
            </g>
          );
        })}
      </svg>
    </span>
  );
}

/** What is in a picture as words: `card ×2, dust`. */
export function boxesText(text: string, classNames: readonly string[] | undefined): string {
  const counts = new Map<string, number>();
  for (const { label } of boxesIn(text)) {
    const name = classNames?.[label] ?? String(label);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`)).join(', ');
}
