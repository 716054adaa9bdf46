import { createRequire } from 'node:module';
import type * as tfjs from '@tensorflow/tfjs';

/** The functions of tfjs-core that draw random numbers. */
export type RandomFunctions = Pick<
  typeof tfjs,
  'dropout' | 'randomNormal' | 'randomUniform' | 'truncatedNormal'
>;

/**
 * The module object of tfjs-core, through which tfjs-layers calls its functions: what is replaced here is replaced for all
 * layers. Found from tfjs itself, whose own copy it must be.
 */
export function tfjsCore(): RandomFunctions {
  const load = createRequire(import.meta.url);
  return createRequire(load.resolve('@tensorflow/tfjs'))(
    '@tensorflow/tfjs-core',
  ) as RandomFunctions;
}
