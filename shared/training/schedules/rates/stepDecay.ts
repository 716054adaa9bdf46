/** Learning rate that is multiplied by `dropRate` after every `dropEpochs` epochs. */
export function stepDecay(
  base: number,
  place: { readonly epoch: number },
  params: { readonly dropRate: number; readonly dropEpochs: number },
): number {
  return base * params.dropRate ** Math.floor(place.epoch / params.dropEpochs);
}
