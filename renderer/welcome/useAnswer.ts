import { useCallback, useEffect, useState } from 'react';
import type { RequestName, RequestOutput } from '#shared/protocol/requests.ts';
import { getHost } from '#renderer/host/host.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Requests that take nothing and give a list. */
type ListName = Extract<RequestName, 'listTemplates' | 'listRecents' | 'listRecovered'>;

/** The answer of a list request, asked when the component appears and again on `reload`; null: not answered yet. */
export function useAnswer<Name extends ListName>(
  name: Name,
): { readonly list: RequestOutput<Name> | null; readonly reload: () => Promise<void> } {
  const [list, setList] = useState<RequestOutput<Name> | null>(null);
  const isConnected = useStrata((state) => state.connection === 'connected');
  const reload = useCallback(async () => {
    const answer = await getHost().request<ListName>(name, {});
    if (answer.ok) setList(answer.value as RequestOutput<Name>);
    else useStrata.getState().notify({ tone: 'danger', problem: answer.problem });
  }, [name]);
  useEffect(() => {
    if (isConnected) void reload();
  }, [reload, isConnected]);
  return { list, reload };
}
