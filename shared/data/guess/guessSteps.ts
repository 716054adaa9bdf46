import type { PreparationStep } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { guessSeries } from '#shared/data/guess/guessSeries.ts';
import { audioGuesses } from '#shared/data/guess/steps/audio.ts';
import { boxGuesses } from '#shared/data/guess/steps/boxes.ts';
import { dateGuesses } from '#shared/data/guess/steps/dates.ts';
import { encodingGuesses } from '#shared/data/guess/steps/encoding.ts';
import { imageGuesses } from '#shared/data/guess/steps/images.ts';
import { missingGuesses } from '#shared/data/guess/steps/missing.ts';
import { anyLargeInput, numberGuesses } from '#shared/data/guess/steps/numbers.ts';
import { textGuesses } from '#shared/data/guess/steps/texts.ts';
import type { StepGuess, WholeData } from '#shared/data/guess/steps/stepGuess.ts';
import { featuresAfter } from '#shared/data/prepareFeatures.ts';
import type { DataReport } from '#shared/data/report.ts';

/** What is looked for, in the order in which the steps are made. */
const guesses: readonly StepGuess[] = [
  ...missingGuesses,
  ...dateGuesses,
  ...encodingGuesses,
  ...numberGuesses,
  ...textGuesses,
  ...imageGuesses,
  ...boxGuesses,
  ...audioGuesses,
];

/**
 * The steps that features need before a network can take them, in a good order. Features that need the same step with the
 * same parameters share it. A step that a feature cannot take is left out.
 */
export function guessSteps(
  features: readonly Feature[],
  report: DataReport,
): readonly PreparationStep[] {
  const whole: WholeData = {
    trainCount: report.trainCount,
    isSeries: guessSeries(features, report) !== null,
    hasLargeInput: anyLargeInput(report),
  };
  const reports = new Map(report.features.map((each) => [each.feature.name, each]));
  const steps: PreparationStep[] = [];
  let now = features;
  for (const guess of guesses) {
    const alike = new Map<string, PreparationStep & { readonly features: string[] }>();
    for (const feature of now) {
      const found = reports.get(feature.name);
      const params =
        found === undefined || feature.role === 'ignored'
          ? null
          : guess.params(feature, found, whole);
      if (params === null) continue;
      const step = { kind: guess.kind, features: [feature.name], params };
      if (featuresAfter([feature], step).problems.length > 0) continue;
      const key = JSON.stringify(params);
      const names = alike.get(key)?.features ?? [];
      names.push(feature.name);
      alike.set(key, { ...step, features: names });
    }
    for (const step of alike.values()) {
      now = featuresAfter(now, step).features;
      steps.push(step);
    }
  }
  return steps;
}
