import type { CSSProperties, ReactNode } from 'react';
import { boxesIn } from '#shared/data/arithmetic/boxes.ts';
import styles from './Boxes.module.css';

/** Colours of classes, in turn. */
const colours = ['merging', 'convolution', 'core', 'pooling', 'attention', 'activation'];

/** A picture with the objects in it framed. `text`: its boxes, one a line. */
export function Boxes({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactNode;
}): ReactNode {
  const boxes = boxesIn(text);
  if (boxes.length === 0) return children;
  return (
    <span className={styles.frame}>
      {children}
      <svg className={styles.boxes} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden>
        {boxes.map(({ label, x, y, width, height }, index) => {
          const place = { x: x - width / 2, y: y - height / 2, width, height };
          const colour = colours[label % colours.length] ?? 'merging';
          return (
            <g key={index} style={{ '--box': `var(--family-${colour})` } as CSSProperties}>
              <rect className={styles.ground} {...place} />
              <rect className={styles.box} {...place} />
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
