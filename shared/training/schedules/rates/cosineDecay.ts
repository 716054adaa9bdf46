/**
 * Learning rate that rises evenly over `warmupEpochs` and then falls along half a cosine wave to
 * `base · endFraction` at the last epoch. Loshchilov and Hutter, https://arxiv.org/abs/1608.03983
 */
export function cosineDecay(
  base: number,
  place: { readonly epoch: number; readonly step: number; readonly epochs: number },
  params: { readonly endFraction: number; readonly warmupEpochs: number },
): number {
  if (place.epoch < params.warmupEpochs) {
    // At the very start a rate of zero would waste a step: begin one hundredth up.
    return base * Math.max(place.epoch / params.warmupEpochs, 0.01);
  }
  const length = Math.max(place.epochs - params.warmupEpochs, 1e-9);
  const progress = Math.min((place.epoch - params.warmupEpochs) / length, 1);
  const wave = 0.5 * (1 + Math.cos(Math.PI * progress));
  return base * (params.endFraction + (1 - params.endFraction) * wave);
}
