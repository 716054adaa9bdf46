import { useDeferredValue, useMemo } from 'react';
import type { PrintedCode } from '#shared/codegen/text.ts';
import { codeLanguages, type CodeLanguage } from '#renderer/codeView/codeLanguages.ts';
import { useStrata } from '#renderer/store/store.ts';

/** The chosen language and the network printed in it. */
export function useCode(): { readonly language: CodeLanguage; readonly code: PrintedCode } {
  const id = useStrata((state) => state.codeLanguage);
  const language = codeLanguages.find((candidate) => candidate.id === id) ?? codeLanguages[0];
  const facts = useStrata((state) => state.facts);
  const document = useStrata((state) => state.document);
  // Printed after what is typed has been drawn.
  const printed = useDeferredValue(useMemo(() => ({ document, facts }), [document, facts]));
  const code = useMemo(() => language.print(printed.document, printed.facts), [language, printed]);
  return { language, code };
}
