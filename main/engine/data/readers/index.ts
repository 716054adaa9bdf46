import { audioFolderReader } from '#main/engine/data/readers/audioFolder.ts';
import { cifar10Reader } from '#main/engine/data/readers/cifar10.ts';
import {
  generatedPointsReader,
  generatedTableReader,
  generatedTextReader,
} from '#main/engine/data/readers/generated.ts';
import { imageFolderReader } from '#main/engine/data/readers/imageFolder.ts';
import { textFolderReader } from '#main/engine/data/readers/textFolder.ts';
import { idxReader } from '#main/engine/data/readers/idx.ts';
import { mnistReader } from '#main/engine/data/readers/mnist.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { drawingsReader } from '#main/engine/data/readers/drawings.ts';
import {
  generatedNoiseReader,
  generatedRegressionReader,
  generatedSeriesReader,
} from '#main/engine/data/readers/generatedNumbers.ts';
import { spamMailReader } from '#main/engine/data/readers/spamMail.ts';
import { vegaTableReaders } from '#main/engine/data/readers/vegaTables.ts';

/** A reader for every source of shared/data/sources. */
export const readers: readonly Reader[] = [
  mnistReader,
  imageFolderReader,
  audioFolderReader,
  textFolderReader,
  cifar10Reader,
  idxReader,
  generatedTableReader,
  generatedTextReader,
  generatedPointsReader,
  ...vegaTableReaders,
  spamMailReader,
  drawingsReader,
  generatedRegressionReader,
  generatedSeriesReader,
  generatedNoiseReader,
];
