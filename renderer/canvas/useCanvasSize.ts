import { type RefObject, useEffect, useRef } from 'react';
import { useCanvas } from '#renderer/canvas/canvasState.ts';

/** Keeps the canvas's size known to what is placed and moved on it. */
export function useCanvasSize(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      useCanvas.setState({ sizePx: { width, height } });
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
    };
  }, []);
  return root;
}
