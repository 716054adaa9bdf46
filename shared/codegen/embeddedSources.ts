import type { Feature } from '#shared/data/catalogue.ts';

/** Sources whose examples an export carries: they come with the program, are drawn in it, or are made by it. */
export const embeddedSources: readonly string[] = [
  ...['penguins', 'cars', 'movies', 'weather', 'stocks', 'spamMail', 'drawings'],
  ...['generatedTable', 'generatedText', 'generatedPoints'],
  ...['generatedRegression', 'generatedSeries', 'generatedNoise'],
];

/** Whether raw data of such a source is a table: every feature is a single value. */
export function isOfSingleValues(features: readonly Feature[]): boolean {
  return features.every(({ shape }) => shape?.length === 0);
}
