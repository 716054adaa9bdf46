import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** Where a scroller stands and how much it shows, px. */
export interface ScrollPlace {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Follows a scroller, once a frame. */
export function useScroll(): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly place: ScrollPlace;
  readonly onScroll: () => void;
} {
  const ref = useRef<HTMLDivElement | null>(null);
  const frame = useRef(0);
  const [place, setPlace] = useState<ScrollPlace>({ top: 0, left: 0, width: 0, height: 0 });
  const read = useCallback(() => {
    const element = ref.current;
    if (element === null) return;
    setPlace({
      top: element.scrollTop,
      left: element.scrollLeft,
      width: element.clientWidth,
      height: element.clientHeight,
    });
  }, []);
  const onScroll = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(read);
  }, [read]);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
    };
  }, [read]);
  return { ref, place, onScroll };
}
