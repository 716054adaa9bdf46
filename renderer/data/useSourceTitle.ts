import { findSource } from '#shared/data/sources/index.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Name of the document's data: the title of a set that comes with the program, or the name of the user's file. */
export function useSourceTitle(): string {
  const localText = useLocalText();
  const kind = useStrata((state) => state.document.data.source?.kind ?? '');
  const { report } = useReport();
  const definition = findSource(kind);
  return report?.name ?? (definition === undefined ? kind : localText(definition.title));
}

/** Whether examples of these features can be called pictures or recordings: key of the word for a number of them. */
export function exampleWord(kinds: readonly string[]): 'images' | 'recordings' | 'rows' {
  if (kinds.includes('image')) return 'images';
  return kinds.includes('audio') ? 'recordings' : 'rows';
}
