import { useCallback } from 'react';
import { describe } from '#shared/document/describe.ts';
import type { MessageText, Problem } from '#shared/problems/problem.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';

/** Makes a problem's text in the language the page is drawn in. */
export function useDescribe(): (problem: Problem<unknown>) => MessageText {
  const language = useLanguage();
  return useCallback((problem) => describe(problem, language), [language]);
}
