import type { DocumentProblem, StrataState } from '#renderer/store/state.ts';

/** The problem that is looked at: the one shown last, else one of the selected layer, else the first. Keys 1 to 3 mend it. */
export function problemInHand(
  state: Pick<StrataState, 'problems' | 'reveal' | 'selection'>,
): DocumentProblem | undefined {
  const { problems, reveal, selection } = state;
  const [selected] = selection;
  const shown = problems.find(({ place }) => place !== undefined && place === reveal?.place);
  if (shown !== undefined && (selected === undefined || shown.place?.node === selected))
    return shown;
  return (
    problems.find(({ place }) => place?.node === selected && selected !== undefined) ?? problems[0]
  );
}
