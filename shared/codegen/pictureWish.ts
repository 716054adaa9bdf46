import type { Feature } from '#shared/data/catalogue.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** Size and channels that pictures are read with; a size of 0: as they are. */
export function pictureWishOf(params: ParamValues, features: readonly Feature[]) {
  const size = (name: string) => Number(params[name] ?? 0);
  const [height, width] = [size('height') || size('width'), size('width') || size('height')];
  const shape = features.find(({ kind }) => kind === 'image')?.shape ?? [];
  const chosen = params['channels'];
  const isGray = chosen === '1' || (chosen !== '3' && shape[2] === 1);
  return { height, width, channels: isGray ? 1 : 3 };
}

/** Endings of files of pictures that both languages read. */
export const pictureEndings: readonly string[] =
  'png jpg jpeg jpe jfif webp gif tif tiff avif'.split(' ');
