import { create } from 'zustand';

/** What only the Data step needs to know, and what no undo step or file remembers. */
interface DataState {
  /** Name of the column in hand; null: none. */
  readonly column: string | null;
  /** Index of the step that is folded open; null: none. */
  readonly openStep: number | null;
  readonly version: 'original' | 'prepared';
  readonly layout: 'table' | 'pictures';
  /** Whether columns that are left out are shown too. */
  readonly hasLeftOut: boolean;
  readonly isDrawing: boolean;
}

/** The Data step's own state. */
export const useDataState = create<DataState>()(() => ({
  column: null,
  openStep: null,
  version: 'original',
  layout: 'pictures',
  hasLeftOut: false,
  isDrawing: false,
}));
