import { createHash } from 'node:crypto';
import { smallNetwork } from './trainSmall.ts';
import type { Outcome } from './trainSmall.ts';
import { findLayer } from '#shared/layers/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** A network around a layer that draws random numbers while it trains. */
export function netWith(kind: string, params: ParamValues, shape: readonly number[]) {
  const layer = findLayer(kind);
  if (layer === undefined) throw new Error(`No layer ${kind}.`);
  return smallNetwork(layer, params, shape, { optimizer: { kind: 'adam', params: {} } });
}

/** Images with dropout. */
export const randomNet = netWith('dropout', { rate: 0.4 }, [8, 8, 3]);

/** One word for all weights: equal only where every bit is. */
export function weightsHash({ weights }: Outcome): string {
  const hash = createHash('sha256');
  for (const values of weights) hash.update(new Uint8Array(Float32Array.from(values).buffer));
  return hash.digest('hex').slice(0, 16);
}
