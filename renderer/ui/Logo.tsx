/** The program's mark: three layers. */
export function Logo({ sizePx }: { readonly sizePx: number }) {
  return (
    <svg width={sizePx} height={sizePx} viewBox="0 0 20 20" fill="none" aria-hidden>
      <path d="M10 2 18 6 10 10 2 6Z" fill="var(--accent)" />
      <path
        d="M2 10l8 4 8-4"
        stroke="var(--accent)"
        strokeWidth="1.8"
        strokeLinejoin="round"
        strokeLinecap="round"
        opacity=".75"
      />
      <path
        d="M2 14l8 4 8-4"
        stroke="var(--accent)"
        strokeWidth="1.8"
        strokeLinejoin="round"
        strokeLinecap="round"
        opacity=".45"
      />
    </svg>
  );
}
