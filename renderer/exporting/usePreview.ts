import { useEffect, useState } from 'react';
import type { Answer, RequestInput } from '#shared/protocol/requests.ts';
import { getHost } from '#renderer/host/host.ts';

type Input = RequestInput<'previewExport'>;

/** The files that an export would write. While new ones are made the old ones stay; null: none were made yet. */
export function usePreview(input: Input): {
  readonly answer: Answer<'previewExport'> | null;
  readonly isLoading: boolean;
} {
  const [last, setLast] = useState<{
    readonly input: Input;
    readonly answer: Answer<'previewExport'>;
  } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void getHost()
      .request('previewExport', input)
      .then((answer) => {
        if (isCurrent) setLast({ input, answer });
      });
    return () => {
      isCurrent = false;
    };
  }, [input]);
  return { answer: last?.answer ?? null, isLoading: last?.input !== input };
}
