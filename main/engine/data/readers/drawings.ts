import { createHash } from 'node:crypto';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { drawingSide, drawnClasses, readDrawings } from '#shared/data/drawings.ts';
import { drawings } from '#shared/data/sources/drawings.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Drawings out of the document itself. */
export const drawingsReader: Reader = {
  kind: 'drawings',
  open(params) {
    const { bitmaps, labels: names } = params as { bitmaps: string; labels: string };
    const drawn = { bitmaps, labels: names };
    const read = readDrawings(drawn);
    if (read === null) return Promise.resolve(refuse('data.drawingsUnreadable'));
    const size = drawingSide * drawingSide;
    const images = new Uint8Array(read.length * size);
    const classes = drawnClasses(drawn.labels);
    const labels = Int32Array.from(read, ({ label }) => classes.indexOf(label));
    for (const [index, { pixels }] of read.entries()) images.set(pixels, index * size);
    return Promise.resolve(
      ok(
        cellsSource(
          drawings.features?.(drawn) ?? [],
          read.length,
          {
            image: { type: 'numbers', shape: [drawingSide, drawingSide, 1], values: images },
            label: { type: 'numbers', shape: [], values: labels },
          },
          {
            fingerprint: createHash('sha256').update(JSON.stringify(drawn)).digest('hex'),
            bytes: drawn.bitmaps.length + drawn.labels.length,
          },
        ),
      ),
    );
  },
};
