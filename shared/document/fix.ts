import type { Edit } from '#shared/document/edit.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** A repair that the user can preview and make with one key. */
export interface Fix {
  readonly title: LocalText;
  readonly edit: Edit;
  /** The smallest change of those offered. */
  readonly recommended?: boolean;
}
