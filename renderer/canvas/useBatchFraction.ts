import { type RefObject, useEffect } from 'react';
import { useStrata } from '#renderer/store/store.ts';

/**
 * Draws the accent bar under the cards' headers while training. It is one style of the canvas, not a state of each card:
 * no card is drawn again for a batch.
 */
export function useBatchFraction(root: RefObject<HTMLElement | null>): void {
  useEffect(
    () =>
      useStrata.subscribe(({ batch }, before) => {
        if (batch === before.batch || batch === null) return;
        const fraction = batch.batches === 0 ? 0 : batch.batch / batch.batches;
        root.current?.style.setProperty('--batch-fraction', fraction.toFixed(3));
      }),
    [root],
  );
}
