import { drawings } from '#renderer/parts/pictograms/drawings.tsx';

/** What `Pictogram` takes. */
export interface PictogramProps {
  /** `LayerDefinition.pictogram`; an unknown name draws an empty frame. */
  readonly name: string;
  /** Edge length, 16 by default. */
  readonly sizePx?: number;
}

/** The small picture of a kind of layer. Decorative: the layer's name always stands beside it. */
export function Pictogram({ name, sizePx = 16 }: PictogramProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={sizePx}
      height={sizePx}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name] ?? <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />}
    </svg>
  );
}
