import type { SourceDefinition } from '#shared/data/catalogue.ts';
import { audioFolder } from '#shared/data/sources/audioFolder.ts';
import { archive } from '#shared/data/sources/archive.ts';
import { cifar10 } from '#shared/data/sources/cifar10.ts';
import { generatedPoints } from '#shared/data/sources/generatedPoints.ts';
import { generatedTable } from '#shared/data/sources/generatedTable.ts';
import { generatedText } from '#shared/data/sources/generatedText.ts';
import { coco } from '#shared/data/sources/coco.ts';
import { vocFolder } from '#shared/data/sources/vocFolder.ts';
import { yoloFolder } from '#shared/data/sources/yoloFolder.ts';
import { imageTable } from '#shared/data/sources/imageTable.ts';
import { imageFolder } from '#shared/data/sources/imageFolder.ts';
import { textFolder } from '#shared/data/sources/textFolder.ts';
import { cifar100 } from '#shared/data/sources/cifar100.ts';
import { npy } from '#shared/data/sources/npy.ts';
import { idx } from '#shared/data/sources/idx.ts';
import { mnist } from '#shared/data/sources/mnist.ts';
import { penguins } from '#shared/data/sources/penguins.ts';
import { cars } from '#shared/data/sources/cars.ts';
import { movies } from '#shared/data/sources/movies.ts';
import { weather } from '#shared/data/sources/weather.ts';
import { stocks } from '#shared/data/sources/stocks.ts';
import { excel } from '#shared/data/sources/excel.ts';
import { table } from '#shared/data/sources/table.ts';
import { spamMail } from '#shared/data/sources/spamMail.ts';
import { drawings } from '#shared/data/sources/drawings.ts';
import { generatedRegression } from '#shared/data/sources/generatedRegression.ts';
import { generatedSeries } from '#shared/data/sources/generatedSeries.ts';
import { generatedNoise } from '#shared/data/sources/generatedNoise.ts';

/** The sources, in the order in which they are offered. */
export const sources: readonly SourceDefinition[] = [
  table,
  excel,
  mnist,
  penguins,
  cars,
  movies,
  weather,
  stocks,
  spamMail,
  drawings,
  imageFolder,
  imageTable,
  yoloFolder,
  coco,
  vocFolder,
  audioFolder,
  textFolder,
  npy,
  cifar10,
  cifar100,
  idx,
  generatedTable,
  generatedText,
  generatedPoints,
  generatedRegression,
  generatedSeries,
  generatedNoise,
  archive,
];

/** The source of this kind. */
export function findSource(kind: string): SourceDefinition | undefined {
  return sources.find((definition) => definition.kind === kind);
}
