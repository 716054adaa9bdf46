import type { Result } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';

/** A program behind one of its hosts, as the contract needs it. */
export interface ConnectedHost {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>>;
  /** Sends what no page of ours would send. */
  requestUnchecked(name: string, input: unknown): Promise<Result<unknown>>;
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** An empty folder that the host may use. */
  readonly folder: string;
  close(): Promise<void>;
}

/** One case for each request: what its answer must be, on every host. */
export type Cases = { readonly [Name in RequestName]: (host: ConnectedHost) => Promise<void> };

export async function valueOf<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The code of the problem; null where there is none. */
export async function codeOf(answer: Promise<Result<unknown>>): Promise<string | null> {
  const result = await answer;
  return result.ok ? null : result.problem.code;
}

export function nextEvent<Name extends HostEvent['name']>(
  host: ConnectedHost,
  name: Name,
): Promise<Extract<HostEvent, { name: Name }>> {
  return new Promise((resolve) => {
    const stop = host.subscribe((event) => {
      if (event.name !== name) return;
      stop();
      resolve(event as Extract<HostEvent, { name: Name }>);
    });
  });
}
