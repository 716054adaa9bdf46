import { useStrata } from '#renderer/store/store.ts';

/** Says what changed to screen readers, politely. */
export function LiveRegion() {
  const announcement = useStrata((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
