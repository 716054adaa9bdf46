import type { LocalText } from '#shared/problems/problem.ts';

/** What every parameter has. */
interface ParamCommon {
  /** One or two short sentences: what it does and what a larger value changes. */
  readonly doc: LocalText;
  /** Shown under "Advanced" when true. */
  readonly advanced?: boolean;
  /** `null` is allowed and means "none" or "as the library decides"; the doc says which. */
  readonly optional?: boolean;
}

/** A whole number. */
export interface IntegerParam extends ParamCommon {
  readonly type: 'integer';
  readonly default: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: LocalText;
}

/** A real number. */
export interface NumberParam extends ParamCommon {
  readonly type: 'number';
  readonly default: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: LocalText;
}

/** Yes or no. */
export interface BooleanParam extends ParamCommon {
  readonly type: 'boolean';
  readonly default: boolean;
}

/** One word of a short list. Choices are library words and are not translated. */
export interface ChoiceParam extends ParamCommon {
  readonly type: 'choice';
  readonly default: string | null;
  readonly choices: readonly string[];
}

/** Several whole numbers: a kernel size (`length: 2`), a shape or a permutation (no `length`). */
export interface IntegersParam extends ParamCommon {
  readonly type: 'integers';
  readonly default: readonly (number | null)[] | null;
  readonly length?: number;
  /** Names of the entries, for the form: `height`, `width`. */
  readonly entries?: readonly LocalText[];
  readonly min?: number;
  readonly max?: number;
  /** Entries may be `null`: a size that is not known. */
  readonly holes?: boolean;
  readonly unit?: LocalText;
}

/** Free text. */
export interface TextParam extends ParamCommon {
  readonly type: 'text';
  readonly default: string | null;
  /** The text is a path: the form offers to choose a file or a folder. */
  readonly path?: 'file' | 'folder';
}

/** A value made by a small catalogue of its own (initializers, regularizers, constraints): `{kind, ...arguments}`. */
export interface PartParam extends ParamCommon {
  readonly type: 'initializer' | 'regularizer' | 'constraint';
  readonly default: PartValue | null;
}

/** A chosen initializer, regularizer or constraint with its arguments. */
export interface PartValue {
  readonly kind: string;
  readonly [argument: string]: string | number | boolean | null;
}

/** One parameter of a layer, optimizer, loss or preparation step. Forms, validation and docs come from it. */
export type Param =
  IntegerParam | NumberParam | BooleanParam | ChoiceParam | IntegersParam | TextParam | PartParam;

/** Parameters by name, in the order of the form. */
export type ParamTable = Readonly<Record<string, Param>>;

/** What a document may hold as a parameter's value. `{param}` refers to a parameter of the enclosing block. */
export type ParamValue =
  | string
  | number
  | boolean
  | null
  | readonly (number | null)[]
  | PartValue
  | { readonly param: string };

/** Values by parameter name, as a document holds them. Absent means the default. */
export type ParamValues = Readonly<Record<string, ParamValue>>;

type Nullable<P extends Param, Value> = P extends { readonly optional: true }
  ? Value | null
  : Value;

/** The TypeScript type of one parameter's value, after validation. */
type ValueOf<P extends Param> = P extends IntegerParam | NumberParam
  ? Nullable<P, number>
  : P extends BooleanParam
    ? boolean
    : P extends ChoiceParam
      ? Nullable<P, P['choices'][number]>
      : P extends TextParam
        ? Nullable<P, string>
        : P extends { readonly type: 'integers'; readonly holes: true }
          ? Nullable<P, readonly (number | null)[]>
          : P extends IntegersParam
            ? Nullable<P, readonly number[]>
            : PartValue | null;

/** The values of a whole table, complete and valid. For a table that is not known by name, as a document holds them. */
export type ValuesOf<Table extends ParamTable> = string extends keyof Table
  ? ParamValues
  : { readonly [Name in keyof Table]: ValueOf<Table[Name]> };
