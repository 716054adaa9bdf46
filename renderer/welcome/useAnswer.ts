import { useCallback, useEffect, useState } from 'react';
import type { RequestName, RequestOutput } from '#shared/protocol/requests.ts';
import { getHost } from '#renderer/host/host.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Requests that take nothing and give a list. */
type ListName = Extract<RequestName, 'listTemplates' | 'listRecents' | 'listRecovered'>;

/** A list that the host answered, and when. */
interface Answered<Name extends ListName> {
  /** null: not answered yet. */
  readonly list: RequestOutput<Name> | null;
  /** Milliseconds since 1970; what is said to be "2 min ago" was so then. */
  readonly atMs: number;
  /** Asks again. */
  readonly reload: () => void;
}

/** The answer of a list request, asked when the component appears and whenever the connection comes back. */
export function useAnswer<Name extends ListName>(name: Name): Answered<Name> {
  const [answered, setAnswered] = useState<Omit<Answered<Name>, 'reload'>>({ list: null, atMs: 0 });
  const [count, setCount] = useState(0);
  const isConnected = useStrata((state) => state.connection === 'connected');
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const answer = await getHost().request<ListName>(name, {});
      if (isGone) return;
      if (answer.ok) setAnswered({ list: answer.value as RequestOutput<Name>, atMs: Date.now() });
      else useStrata.getState().notify({ tone: 'danger', problem: answer.problem });
    };
    if (isConnected) void ask();
    return () => {
      isGone = true;
    };
  }, [name, isConnected, count]);
  const reload = useCallback(() => {
    setCount((before) => before + 1);
  }, []);
  return { ...answered, reload };
}
