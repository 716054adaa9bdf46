/** The activation for a layer's card; `linear` goes without saying. */
export function activationHighlight(activation: string): readonly string[] {
  return activation === 'linear' ? [] : [activation];
}

/** `3×3` for the card. */
export function sizesHighlight(sizes: readonly number[]): string {
  return sizes.join('×');
}

/** `stride 2` or `stride 2×1` for the card; a stride of 1 goes without saying. */
export function strideHighlight(strides: readonly number[]): readonly string[] {
  if (strides.every((stride) => stride === 1)) return [];
  const equal = strides.every((stride) => stride === strides[0]);
  return [`stride ${equal ? (strides[0] ?? 1) : strides.join('×')}`];
}
