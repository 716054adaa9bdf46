import type { Feature } from '#shared/data/feature.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** What the numbers of a feature are like, missing ones left out. */
export interface NumberStatistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation of the population. */
  readonly deviation: number;
  /** First quartile, median, third quartile; about. */
  readonly quartiles: readonly [number, number, number];
  /** How many lie in each of 20 equal pieces between min and max. */
  readonly histogram: readonly number[];
  /** How many lie more than 3 interquartile ranges outside the quartiles. */
  readonly outliers: number;
}

/** A value and how often it comes. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What a feature holds. */
export interface FeatureReport {
  readonly feature: Feature;
  readonly missing: number;
  /** Different values; about, where there are many. null: not counted. */
  readonly distinct: number | null;
  /** Of numbers and dates (milliseconds since 1970), of lengths of texts (characters) and recordings (seconds). null: of others. */
  readonly numbers: NumberStatistics | null;
  /** The most frequent values first, at most 20. Empty: not counted. */
  readonly top: readonly ValueCount[];
  /** Sizes of pictures as `height×width×channels`, most frequent first. Empty: none. */
  readonly sizes: readonly ValueCount[];
}

/** A value as it is shown: a number, a text, null where it is missing, or something to look at or listen to. */
export type PreviewCell =
  | number
  | string
  | null
  /** A small PNG, base64, at most 96 pixels a side; `height` and `width` are the picture's own. */
  | {
      readonly type: 'picture';
      readonly png: string;
      readonly height: number;
      readonly width: number;
    }
  /** At most 200 pairs of least and most, −1 … 1. */
  | {
      readonly type: 'signal';
      readonly seconds: number;
      readonly rate: number;
      readonly outline: readonly number[];
    }
  /** Several numbers: at most the first 64, and the true shape. */
  | {
      readonly type: 'numbers';
      readonly shape: readonly number[];
      readonly values: readonly number[];
    };

/** Some rows as they are shown. */
export interface PreviewRows {
  /** Number of the first, from 0. */
  readonly from: number;
  /** Names of the features, in order. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly PreviewCell[])[];
}

/** What a source is and holds. */
export interface DataReport {
  /** File or folder name; null: the source reads none, and its title names it. */
  readonly name: string | null;
  /** On disk; null: not known. */
  readonly bytes: number | null;
  readonly trainCount: number;
  /** Examples of the source's own test part; 0: it has none. */
  readonly testCount: number;
  readonly features: readonly FeatureReport[];
  /** Rows that are equal to an earlier one in every feature; null: not counted. */
  readonly duplicates: number | null;
  /** What is wrong or odd, with row and column; warnings: the rest is usable. */
  readonly problems: readonly Problem[];
}
