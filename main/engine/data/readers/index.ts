import { audioFolderReader } from '#main/engine/data/readers/audioFolder.ts';
import { archiveReader } from '#main/engine/data/readers/archive.ts';
import { cifar100Reader } from '#main/engine/data/readers/cifar100.ts';
import { npyReader } from '#main/engine/data/readers/npy.ts';
import { cifar10Reader } from '#main/engine/data/readers/cifar10.ts';
import {
  generatedPointsReader,
  generatedTableReader,
  generatedTextReader,
} from '#main/engine/data/readers/generated.ts';
import { imageTableReader } from '#main/engine/data/readers/imageTable.ts';
import { imageFolderReader } from '#main/engine/data/readers/imageFolder.ts';
import { textFolderReader } from '#main/engine/data/readers/textFolder.ts';
import { idxReader } from '#main/engine/data/readers/idx.ts';
import { cocoReader } from '#main/engine/data/readers/coco.ts';
import { vocFolderReader } from '#main/engine/data/readers/vocFolder.ts';
import { yoloFolderReader } from '#main/engine/data/readers/yoloFolder.ts';
import { mnistReader } from '#main/engine/data/readers/mnist.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { drawingsReader } from '#main/engine/data/readers/drawings.ts';
import {
  generatedNoiseReader,
  generatedRegressionReader,
  generatedSeriesReader,
} from '#main/engine/data/readers/generatedNumbers.ts';
import { spamMailReader } from '#main/engine/data/readers/spamMail.ts';
import { excelReader } from '#main/engine/data/readers/excel.ts';
import { tableReader } from '#main/engine/data/readers/table.ts';
import { vegaTableReaders } from '#main/engine/data/readers/vegaTables.ts';

/** Readers of files and folders as they are; those that recognise less come later. */
const plain: readonly Reader[] = [
  mnistReader,
  cifar10Reader,
  cifar100Reader,
  npyReader,
  cocoReader,
  yoloFolderReader,
  vocFolderReader,
  imageTableReader,
  imageFolderReader,
  audioFolderReader,
  textFolderReader,
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
  excelReader,
  // Last: almost any text can be taken for a table.
  tableReader,
];

/** A reader for every source of shared/data/sources. */
export const readers: readonly Reader[] = [archiveReader(plain), ...plain];
