import { create } from 'zustand';
import type { StrataDocument } from '#shared/document/document.ts';
import type { FeatureReport, PreviewCell } from '#shared/data/report.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { DataPreview } from '#shared/protocol/types.ts';
import { getHost } from '#renderer/host/host.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Rows of one version of the data, as far as they were asked for. */
export interface LoadedRows {
  readonly names: readonly string[];
  /** By row number. */
  readonly rows: ReadonlyMap<number, readonly PreviewCell[]>;
}

/** What the whole recipe makes of the data. */
interface RecipePreview {
  /** What it was asked about. */
  readonly key: string;
  readonly before: LoadedRows;
  readonly after: LoadedRows;
  readonly reportAfter: readonly FeatureReport[];
  readonly counts: DataPreview['counts'];
  readonly problems: readonly Problem[];
}

/** What one step makes of its features. */
interface StepPreview {
  readonly key: string;
  readonly step: number;
  readonly preview: DataPreview;
}

interface PreviewState {
  /** The last that came; older than the recipe while `isStale`. null: none yet. */
  readonly recipe: RecipePreview | null;
  readonly recipeProblem: Problem | null;
  readonly isStale: boolean;
  readonly step: StepPreview | null;
  readonly stepProblem: Problem | null;
  readonly isStepStale: boolean;
  /** Row that is shown first. */
  readonly wantedRow: number;
}

/** Rows and steps as the program shows them. */
export const usePreview = create<PreviewState>()(() => ({
  recipe: null,
  recipeProblem: null,
  isStale: false,
  step: null,
  stepProblem: null,
  isStepStale: false,
  wantedRow: 0,
}));

/** Rows that are asked for at once. */
export const chunkRows = 100;
/** Cells of an answer: of very wide tables fewer rows are asked for. */
const mostCells = 100_000;
/** Chunks that are kept before the oldest go. */
const mostRows = 5000;

/** A recipe is asked about after it was left alone for so long, ms. */
const restMs = 250;

const noRows: LoadedRows = { names: [], rows: new Map() };

/** What a preview depends on. */
function previewKey({ data, seed }: Pick<StrataDocument, 'data' | 'seed'>): string {
  const { source, features, steps, windows, split } = data;
  return JSON.stringify([source, features, steps, windows, split, seed]);
}

/** What the rows of the source depend on, before any step. */
function sourceKey({ data }: Pick<StrataDocument, 'data'>): string {
  return JSON.stringify([data.source, data.features.map(({ name, kind }) => [name, kind])]);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let lastSource = '';
const asked = new Set<number>();
let recipeTicket = 0;
let stepTicket = 0;

/** The recipe changed: what is shown is old, and new rows are asked for once it rests. */
export function recipeChanged(): void {
  const { document } = useStrata.getState();
  clearTimeout(timer);
  recipeTicket += 1;
  asked.clear();
  if (document.data.source === null) {
    lastSource = '';
    usePreview.setState({ recipe: null, recipeProblem: null, isStale: false, wantedRow: 0 });
    return;
  }
  const source = sourceKey(document);
  const isSame = source === lastSource;
  lastSource = source;
  if (!isSame) usePreview.setState({ recipe: null, wantedRow: 0 });
  if (usePreview.getState().recipe?.key === previewKey(document)) {
    usePreview.setState({ isStale: false });
    return;
  }
  usePreview.setState({ isStale: true, recipeProblem: null });
  const { wantedRow } = usePreview.getState();
  timer = setTimeout(
    () => {
      void loadRows(wantedRow);
    },
    isSame ? restMs : 0,
  );
}

/** Sees to it that these rows are there, or on their way. */
export function wantRows(from: number, to: number): void {
  const { recipe, isStale } = usePreview.getState();
  usePreview.setState({ wantedRow: from });
  if (recipe === null || isStale) return;
  for (let row = from; row < to; row += 1) {
    if (recipe.before.rows.has(row)) continue;
    void loadRows(row);
    return;
  }
}

async function loadRows(row: number): Promise<void> {
  const { document, path } = useStrata.getState();
  const key = previewKey(document);
  const columns = Math.max(1, usePreview.getState().recipe?.before.names.length ?? 1);
  const count = Math.max(5, Math.min(chunkRows, Math.floor(mostCells / columns)));
  const from = Math.floor(row / count) * count;
  if (asked.has(from)) return;
  asked.add(from);
  const ticket = recipeTicket;
  const answer = await getHost().request('previewData', {
    document,
    path,
    step: null,
    from,
    count,
  });
  asked.delete(from);
  // The recipe was changed meanwhile: a newer question is under way.
  if (ticket !== recipeTicket) return;
  if (!answer.ok) {
    usePreview.setState({ recipeProblem: answer.problem, isStale: false });
    return;
  }
  const { before, after, reportAfter, counts, problems } = answer.value;
  const known = usePreview.getState().recipe;
  const isMore = known?.key === key;
  usePreview.setState({
    isStale: false,
    recipeProblem: null,
    recipe: {
      key,
      before: joined(isMore ? known.before : noRows, before),
      after: joined(isMore ? known.after : noRows, after),
      reportAfter,
      counts,
      problems,
    },
  });
  // Scrolling went on while these came.
  const { wantedRow } = usePreview.getState();
  wantRows(wantedRow, wantedRow + 1);
}

function joined(known: LoadedRows, more: DataPreview['before']): LoadedRows {
  const rows = new Map(known.rows.size > mostRows ? [] : known.rows);
  more.rows.forEach((row, index) => {
    rows.set(more.from + index, row);
  });
  return { names: more.names, rows };
}

/** Asks what a step makes of its features; null: no step is open. */
export async function loadStep(step: number | null): Promise<void> {
  stepTicket += 1;
  if (step === null) {
    usePreview.setState({ step: null, stepProblem: null, isStepStale: false });
    return;
  }
  const ticket = stepTicket;
  const before = usePreview.getState().step;
  const { document, path } = useStrata.getState();
  const key = previewKey(document);
  if (before?.step === step && before.key === key) return;
  // The old picture of the same step stays while the new one is made.
  usePreview.setState({
    isStepStale: true,
    stepProblem: null,
    ...(before?.step === step ? {} : { step: null }),
  });
  await new Promise((resolve) => setTimeout(resolve, restMs));
  if (ticket !== stepTicket) return;
  const answer = await getHost().request('previewData', {
    document,
    path,
    step,
    from: 0,
    count: 8,
  });
  if (ticket !== stepTicket) return;
  usePreview.setState(
    answer.ok
      ? { step: { key, step, preview: answer.value }, stepProblem: null, isStepStale: false }
      : { step: null, stepProblem: answer.problem, isStepStale: false },
  );
}
