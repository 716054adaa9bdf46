/** The languages the program speaks. */
export type Language = 'en' | 'zh-CN';

/** One text in every language of the program. */
export interface LocalText {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** A text that is the same in every language: a name. */
export function sameText(text: string): LocalText {
  return { en: text, 'zh-CN': text };
}

/** A value that a problem's text may name; arrays print as shapes (`26×26×32`). */
export type ProblemValue = string | number | boolean | null | readonly (string | number | null)[];

/** Where a problem lies. All parts are optional; the page jumps to the node or the field. */
export interface ProblemPlace {
  /** Id of the node, after the ids of the blocks it lies in. */
  readonly path?: readonly string[];
  readonly node?: string;
  readonly edge?: string;
  readonly param?: string;
  readonly file?: string;
  /** 1-based row of a file. */
  readonly row?: number;
}

/**
 * Something that the user can cause and mend. It carries a code and values; the sentence is made at
 * the edge, in the reader's language, by `describeProblem`.
 * `Fix` is what the room that found the problem can offer: parameter patches in layers/, Edits in document/.
 */
export interface Problem<Fix = never> {
  /** `room.name`, for example `conv2d.kernelLargerThanInput`; key of a message. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly place?: ProblemPlace;
  readonly values: Readonly<Record<string, ProblemValue>>;
  /** At most three, the smallest change first. */
  readonly fixes?: readonly Fix[];
}

/** The text of one problem: what happened, why (with the values), what to do. Values stand in braces: `{name}`. */
export interface MessageText {
  readonly sentence: string;
  readonly cause?: string;
  readonly remedy?: string;
}

/** Texts in every language, by problem code. */
export type Messages = Readonly<
  Record<string, { readonly en: MessageText; readonly 'zh-CN': MessageText }>
>;

/** Either a value or the problem that stood in its way. Nothing a user can cause is thrown. */
export type Result<Value, P = Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: P };

/** The problem without its fixes, where they cannot be applied. */
export function withoutFixes(problem: Problem<unknown>): Problem {
  const { code, severity, place, values } = problem;
  return { code, severity, ...(place === undefined ? {} : { place }), values };
}

/** Wraps a value. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a problem. */
export function fail<P>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem };
}

/** Makes an error-level problem and wraps it: the usual way to refuse. */
export function refuse<Fix = never>(
  code: string,
  values: Problem['values'] = {},
  more: { readonly place?: ProblemPlace; readonly fixes?: readonly Fix[] } = {},
): { readonly ok: false; readonly problem: Problem<Fix> } {
  return fail({ code, severity: 'error', values, ...more });
}
