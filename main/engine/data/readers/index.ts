import { cifar10Reader } from '#main/engine/data/readers/cifar10.ts';
import {
  generatedPointsReader,
  generatedTableReader,
  generatedTextReader,
} from '#main/engine/data/readers/generated.ts';
import { idxReader } from '#main/engine/data/readers/idx.ts';
import { mnistReader } from '#main/engine/data/readers/mnist.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';

/** A reader for every source of shared/data/sources. */
export const readers: readonly Reader[] = [
  mnistReader,
  cifar10Reader,
  idxReader,
  generatedTableReader,
  generatedTextReader,
  generatedPointsReader,
];
