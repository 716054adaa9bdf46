import { useEffect, useState } from 'react';
import type { Answer } from '#shared/protocol/requests.ts';
import type { RequestInput } from '#shared/protocol/requests.ts';
import { getHost } from '#renderer/host/host.ts';

type Input = RequestInput<'previewExport'>;

/** The files that an export would write; null while they are made. Old files stay until new ones come. */
export function usePreview(input: Input): {
  readonly answer: Answer<'previewExport'> | null;
  readonly isLoading: boolean;
} {
  const key = JSON.stringify([input.runFolder, input.target, input.options, input.path]);
  const [last, setLast] = useState<{
    readonly key: string;
    readonly document: Input['document'];
    readonly answer: Answer<'previewExport'>;
  } | null>(null);
  const { document } = input;
  useEffect(() => {
    let isCurrent = true;
    void getHost()
      .request('previewExport', input)
      .then((answer) => {
        if (isCurrent) setLast({ key, document, answer });
      });
    return () => {
      isCurrent = false;
    };
    // `key` and `document` say all that `input` holds.
  }, [key, document]);
  return {
    answer: last?.answer ?? null,
    isLoading: last?.key !== key || last.document !== document,
  };
}
