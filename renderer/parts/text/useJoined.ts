import { useCallback } from 'react';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';

/** Joins sentences to a paragraph; what is empty is left out. Chinese sets no space between sentences. */
export function useJoined(): (sentences: readonly (string | undefined)[]) => string {
  const space = useLanguage() === 'zh-CN' ? '' : ' ';
  return useCallback((sentences) => sentences.filter(Boolean).join(space), [space]);
}
