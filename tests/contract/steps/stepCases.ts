import { joinedSample, samplesOf } from './sampleCells.ts';
import type { Sample } from './sampleCells.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { JsonValue, StepDefinition } from '#shared/data/catalogue.ts';
import { steps } from '#shared/data/steps/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

/** A step with parameters, and rows for it. */
export interface StepCase {
  readonly name: string;
  readonly step: StepDefinition;
  /** Complete and valid. */
  readonly params: ParamValues;
  readonly sample: Sample;
}

/** Parameters worth a case of their own, beside the defaults, every choice and every switch. */
const further: Readonly<Record<string, readonly ParamValues[]>> = {
  bin: [{ bins: 3, by: 'width' }],
  clip: [
    { by: 'value', low: -2, high: null },
    { by: 'value', low: null, high: 100 },
  ],
  dateParts: [
    { year: true, dayOfYear: true, hour: true, minute: true, cyclic: true },
    { year: false, month: false, day: false, weekday: false },
  ],
  daysSince: [{ start: '2000-01-01' }, { start: 'yesterday' }],
  dropOutliers: [
    { method: 'range', low: 0, high: 50 },
    { method: 'range', low: 1, high: 0 },
  ],
  fillNearest: [
    { neighbours: 1, rows: 10 },
    { neighbours: 3, rows: 20 },
  ],
  hashEncode: [{ buckets: 7 }],
  logMel: [
    { frames: 9, mels: 12, frameLength: '128', frameStep: 100, low: 100, high: 3500 },
    { low: 9, high: 8 },
  ],
  mfcc: [{ frames: 3, mels: 20, coefficients: 40 }],
  crop: [
    { height: 5, width: 3 },
    { height: 20, width: 4 },
  ],
  filterPicture: [{ method: 'median', radius: 3 }],
  resize: [
    { height: 3, width: 4, fit: 'crop' },
    { height: 9, width: 7, method: 'nearest', fit: 'crop' },
    { height: 9, width: 5, fit: 'pad' },
    { height: 2, width: 11, method: 'nearest', fit: 'pad' },
  ],
  multiHot: [{ size: 3 }, { separator: ' ' }],
  oneHot: [{ classes: 4 }],
  resample: [{ rate: 11_025 }, { rate: 44_100 }, { rate: 8000 }],
  spectrogram: [{ frames: 3 }],
  smooth: [{ method: 'median', radius: 20 }],
  trimSilence: [{ decibels: 5 }],
  waveform: [{ samples: 1000 }],
  tokenizeBpe: [{ vocabularySize: 60, length: 12 }],
  tokenizeCharacters: [{ vocabularySize: 12, length: 7 }],
  tokenizeWordPiece: [{ vocabularySize: 80, length: 12 }],
  tokenizeWords: [{ vocabularySize: 10, length: 3 }],
  toCategory: [{ names: 'red, green, 12, 绿色' }],
};

/** Every step with every kind of rows that it accepts. */
export const stepCases: readonly StepCase[] = steps.flatMap((step) =>
  samplesFor(step).flatMap((sample) =>
    paramsFor(step).map((given) => ({
      name: `${step.kind} of ${sample.name} ${JSON.stringify(given)}`,
      step,
      params: parseParams(step.params, given).values,
      sample,
    })),
  ),
);

function samplesFor(step: StepDefinition): readonly Sample[] {
  return step.together === true ? [joinedSample()] : step.accepts.flatMap(samplesOf);
}

function paramsFor(step: StepDefinition): readonly ParamValues[] {
  const single = Object.entries(step.params).flatMap(([name, param]): ParamValues[] => {
    if (param.type === 'boolean') return [{ [name]: !param.default }];
    if (param.type !== 'choice') return [];
    return param.choices
      .filter((choice) => choice !== param.default)
      .map((choice) => ({ [name]: choice }));
  });
  return [{}, ...single, ...(further[step.kind] ?? [])];
}

/** The call that a step makes: what it learned from `chunks`, as arguments. */
export function argumentsOf(
  { step, params, sample }: StepCase,
  chunks: readonly Sample['cells'][],
): readonly JsonValue[] {
  const fit = step.fit?.(params, sample.feature);
  for (const chunk of chunks) fit?.add(chunk);
  return step.arguments(params, fit?.result() ?? null, sample.feature);
}

/** The call that brings the step's results back, with what it learned from `chunks`; null: nothing can. */
export function undoOf(each: StepCase, chunks: readonly Sample['cells'][]): Undo | null {
  const { undo } = each.step;
  if (undo === undefined) return null;
  const given = undo.arguments(each.params, fittedOf(each, chunks), each.sample.feature);
  return {
    kind: undo.kind,
    given,
    apply: (cells) => undo.apply(cells, ...(given as readonly never[])),
  };
}

/** A call that undoes a step. */
export interface Undo {
  readonly kind: string;
  readonly given: readonly JsonValue[];
  readonly apply: (cells: Cells) => Cells;
}

/** What it learned from `chunks`; null: it learns nothing. */
export function fittedOf(
  { step, params, sample }: StepCase,
  chunks: readonly Sample['cells'][],
): JsonValue {
  const fit = step.fit?.(params, sample.feature);
  for (const chunk of chunks) fit?.add(chunk);
  return fit?.result() ?? null;
}
