import { useMemo } from 'react';
import type { PrintedCode } from '#shared/codegen/text.ts';
import { codeLanguages, type CodeLanguage } from '#renderer/codeView/codeLanguages.ts';
import { useStrata } from '#renderer/store/store.ts';

/** The chosen language and the network printed in it. */
export function useCode(): { readonly language: CodeLanguage; readonly code: PrintedCode } {
  const id = useStrata((state) => state.codeLanguage);
  const language = codeLanguages.find((candidate) => candidate.id === id) ?? codeLanguages[0];
  const document = useStrata((state) => state.document);
  const facts = useStrata((state) => state.facts);
  const code = useMemo(() => language.print(document, facts), [language, document, facts]);
  return { language, code };
}
