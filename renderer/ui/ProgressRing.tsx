/** A ring that fills clockwise from the top; `fraction` 0 to 1. */
export function ProgressRing({
  fraction,
  sizePx = 16,
}: {
  readonly fraction: number;
  readonly sizePx?: number;
}) {
  const radius = 6.5;
  const length = 2 * Math.PI * radius;
  const filled = Math.min(1, Math.max(0, fraction));
  return (
    <svg width={sizePx} height={sizePx} viewBox="0 0 16 16" aria-hidden>
      <circle cx="8" cy="8" r={radius} fill="none" stroke="var(--line2)" strokeWidth="2.5" />
      <circle
        cx="8"
        cy="8"
        r={radius}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.5"
        strokeDasharray={`${filled * length} ${length}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
