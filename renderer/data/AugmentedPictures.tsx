import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { blend } from '#shared/data/arithmetic/blend.ts';
import { findAugmentation } from '#shared/data/augmentations/index.ts';
import type { Augmentation } from '#shared/data/data.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import { usePreview } from '#renderer/data/previewState.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './AugmentedPictures.module.css';
import words from './words.module.css';

/** Pictures that are shown. */
const shown = 4;
const channels = 3;
const white = 255;

/** A few training pictures as the augmentations may vary them: made here from what the preview holds. */
export function AugmentedPictures({
  augmentations,
}: {
  readonly augmentations: readonly Augmentation[];
}): ReactNode {
  const { t } = useTranslation('data');
  const seed = useStrata((state) => state.document.seed);
  const after = usePreview((state) => state.recipe?.after ?? null);
  const [round, setRound] = useState(0);
  const feature = augmentations[0]?.feature;
  const at = after?.names.indexOf(feature ?? '') ?? -1;
  const pictures = Array.from({ length: shown }, (_, row) => after?.rows.get(row)?.[at]).flatMap(
    (cell) => (typeof cell === 'object' && cell?.type === 'picture' ? [cell.png] : []),
  );
  if (pictures.length === 0) return null;
  return (
    <div className={styles.augmented}>
      {pictures.map((png, index) => (
        <Varied
          key={index}
          png={png}
          other={pictures[(index + 1) % pictures.length] ?? png}
          augmentations={augmentations}
          seed={seed + 1000 * round + index}
          label={t('augmented', { number: index + 1 })}
        />
      ))}
      <Button
        variant="subtle"
        className={words.link ?? ''}
        leftSection={<RefreshCw size={13} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          setRound(round + 1);
        }}
      >
        {t('shuffleAgain')}
      </Button>
    </div>
  );
}

function Varied({
  png,
  other,
  augmentations,
  seed,
  label,
}: {
  readonly png: string;
  /** What it is blended with, by augmentations that blend. */
  readonly other: string;
  readonly augmentations: readonly Augmentation[];
  readonly seed: number;
  readonly label: string;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isOld = false;
    const draw = async (): Promise<void> => {
      const [image, partner] = await Promise.all([pictureOf(png), pictureOf(other)]);
      const context = canvas.current?.getContext('2d', { willReadFrequently: true });
      if (isOld || context == null) return;
      const { width, height } = image;
      context.canvas.width = width;
      context.canvas.height = height;
      const pixelsOf = (drawn: HTMLImageElement): ImageData => {
        context.drawImage(drawn, 0, 0, width, height);
        return context.getImageData(0, 0, width, height);
      };
      const partnerPixels = pixelsOf(partner);
      const pixels = pixelsOf(image);
      vary(pixels, partnerPixels, augmentations, seed);
      context.putImageData(pixels, 0, 0);
    };
    void draw();
    return () => {
      isOld = true;
    };
  }, [png, other, augmentations, seed]);
  return <canvas ref={canvas} className={styles.varied} role="img" aria-label={label} />;
}

async function pictureOf(png: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  return image;
}

/** Red, green and blue of all pixels. */
function valuesOf({ width, height, data }: ImageData): Float32Array {
  const count = width * height;
  const values = new Float32Array(count * channels);
  for (let at = 0; at < count; at += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      values[at * channels + channel] = data[4 * at + channel] ?? 0;
    }
  }
  return values;
}

/** Applies the augmentations to a picture of the page, in place. */
function vary(
  pixels: ImageData,
  partner: ImageData,
  augmentations: readonly Augmentation[],
  seed: number,
): void {
  const count = pixels.width * pixels.height;
  const values = valuesOf(pixels);
  const random = mulberry32(seed);
  for (const { kind, params } of augmentations) {
    const definition = findAugmentation(kind);
    if (definition === undefined) continue;
    const { values: known } = parseParams(definition.params, params);
    const shape = [pixels.height, pixels.width, channels];
    const given = definition.arguments(known, [0, white]) as never[];
    definition.apply?.(values, shape, random, ...given);
    const share = definition.share?.(random, ...given) ?? 1;
    if (share === 1) continue;
    values.set(blend(values, valuesOf(partner), [share]));
  }
  for (let at = 0; at < count; at += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      pixels.data[4 * at + channel] = values[at * channels + channel] ?? 0;
    }
  }
}
