import { emptyLike } from '#main/engine/data/source/table.ts';
import type {
  Cells,
  NumberCells,
  NumberValues,
  Picture,
  Signal,
} from '#shared/data/arithmetic/cells.ts';

/** Joins pieces of a feature to one. */
export class CellsCollector {
  readonly #pieces: Cells[] = [];

  add(piece: Cells): void {
    this.#pieces.push(piece);
  }

  /** All rows. Without a piece: no texts. */
  all(): Cells {
    const [first] = this.#pieces;
    if (first === undefined) return { type: 'texts', values: [] };
    if (this.#pieces.length === 1) return first;
    switch (first.type) {
      case 'numbers':
        return { ...first, values: joinNumbers(this.#of(first.type)) };
      case 'texts':
        return {
          ...first,
          values: this.#of(first.type).flatMap(({ values }): (string | null)[] => [...values]),
        };
      case 'pictures':
        return {
          ...first,
          values: this.#of(first.type).flatMap(({ values }): (Picture | null)[] => [...values]),
        };
      case 'signals':
        return {
          ...first,
          values: this.#of(first.type).flatMap(({ values }): (Signal | null)[] => [...values]),
        };
    }
  }

  #of<Type extends Cells['type']>(type: Type): readonly Extract<Cells, { readonly type: Type }>[] {
    return this.#pieces.filter(
      (piece): piece is Extract<Cells, { readonly type: Type }> => piece.type === type,
    );
  }
}

function joinNumbers(pieces: readonly NumberCells[]): NumberValues {
  const length = pieces.reduce((sum, { values }) => sum + values.length, 0);
  const [first] = pieces;
  const isSame = pieces.every(({ values }) => values.constructor === first?.values.constructor);
  // Pieces of several types: the widest holds them all.
  const joined =
    first !== undefined && isSame ? emptyLike(first.values, length) : new Float64Array(length);
  let at = 0;
  for (const { values } of pieces) {
    joined.set(values, at);
    at += values.length;
  }
  return joined;
}
