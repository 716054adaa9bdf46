import { findLayer } from '#shared/layers/index.ts';

/** Keras class name of a kind, for labels; an unknown kind names itself. */
export function titleOf(kind: string): string {
  return findLayer(kind)?.title ?? kind;
}
