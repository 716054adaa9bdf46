/**
 * Learning rate that shrinks by the factor `decayRate` over every `decayEpochs` epochs, smoothly.
 * `epoch` counts epochs done, with the fraction of the running one.
 */
export function exponentialDecay(
  base: number,
  place: { readonly epoch: number },
  params: { readonly decayRate: number; readonly decayEpochs: number },
): number {
  return base * params.decayRate ** (place.epoch / params.decayEpochs);
}
