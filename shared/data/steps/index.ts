import type { StepDefinition } from '#shared/data/catalogue.ts';
import { bin } from '#shared/data/steps/bin.ts';
import { cleanText } from '#shared/data/steps/cleanText.ts';
import { boxGrid } from '#shared/data/steps/boxGrid.ts';
import { clip } from '#shared/data/steps/clip.ts';
import { crop } from '#shared/data/steps/crop.ts';
import { dateParts } from '#shared/data/steps/dateParts.ts';
import { daysSince } from '#shared/data/steps/daysSince.ts';
import { dropDuplicates } from '#shared/data/steps/dropDuplicates.ts';
import { dropMissing } from '#shared/data/steps/dropMissing.ts';
import { dropOutliers } from '#shared/data/steps/dropOutliers.ts';
import { fillCategories } from '#shared/data/steps/fillCategories.ts';
import { fillForward } from '#shared/data/steps/fillForward.ts';
import { fillNearest } from '#shared/data/steps/fillNearest.ts';
import { fillNumbers } from '#shared/data/steps/fillNumbers.ts';
import { filterPicture } from '#shared/data/steps/filterPicture.ts';
import { frequencyEncode } from '#shared/data/steps/frequencyEncode.ts';
import { grayscale } from '#shared/data/steps/grayscale.ts';
import { hashEncode } from '#shared/data/steps/hashEncode.ts';
import { integerEncode } from '#shared/data/steps/integerEncode.ts';
import { logarithm } from '#shared/data/steps/logarithm.ts';
import { largestBox } from '#shared/data/steps/largestBox.ts';
import { logMel } from '#shared/data/steps/logMel.ts';
import { mfcc } from '#shared/data/steps/mfcc.ts';
import { movingAverage } from '#shared/data/steps/movingAverage.ts';
import { multiHot } from '#shared/data/steps/multiHot.ts';
import { normalize } from '#shared/data/steps/normalize.ts';
import { oneHot } from '#shared/data/steps/oneHot.ts';
import { resample } from '#shared/data/steps/resample.ts';
import { resize } from '#shared/data/steps/resize.ts';
import { robustScale } from '#shared/data/steps/robustScale.ts';
import { scale } from '#shared/data/steps/scale.ts';
import { smooth } from '#shared/data/steps/smooth.ts';
import { spectrogram } from '#shared/data/steps/spectrogram.ts';
import { standardize } from '#shared/data/steps/standardize.ts';
import { toCategory } from '#shared/data/steps/toCategory.ts';
import { toDate } from '#shared/data/steps/toDate.ts';
import { tokenizeBpe } from '#shared/data/steps/tokenizeBpe.ts';
import { tokenizeCharacters } from '#shared/data/steps/tokenizeCharacters.ts';
import { tokenizeWordPiece } from '#shared/data/steps/tokenizeWordPiece.ts';
import { tokenizeWords } from '#shared/data/steps/tokenizeWords.ts';
import { toNumber } from '#shared/data/steps/toNumber.ts';
import { toText } from '#shared/data/steps/toText.ts';
import { trimSilence } from '#shared/data/steps/trimSilence.ts';
import { waveform } from '#shared/data/steps/waveform.ts';

/** The preparation steps, in the order in which they are offered. */
export const steps: readonly StepDefinition[] = [
  // Missing values and rows.
  ...[fillNumbers, fillCategories, fillForward, fillNearest, dropMissing, dropOutliers],
  ...[dropDuplicates],
  // Numbers.
  ...[scale, standardize, normalize, robustScale, logarithm, clip, bin, smooth, movingAverage],
  ...[toNumber],
  // Categories.
  ...[oneHot, integerEncode, hashEncode, frequencyEncode, multiHot, toCategory],
  // Dates.
  ...[dateParts, daysSince, toDate],
  // Pictures.
  ...[resize, crop, grayscale, filterPicture],
  ...[largestBox, boxGrid],
  // Recordings.
  ...[resample, trimSilence, logMel, mfcc, spectrogram, waveform],
  // Texts.
  ...[cleanText, tokenizeWords, tokenizeCharacters, tokenizeWordPiece, tokenizeBpe, toText],
];

/** The step of this kind. */
export function findStep(kind: string): StepDefinition | undefined {
  return steps.find((definition) => definition.kind === kind);
}
