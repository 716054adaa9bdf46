// The only entry of engine processes. It speaks messages.ts with the process that forked it, in which nothing heavy runs.
import { answers } from '#main/engine/answers/index.ts';
import { connectParent } from '#main/engine/parent.ts';
import { asProblem } from '#main/engine/thrown.ts';
import type { EngineEvent, ToEngine } from '#main/engine/messages.ts';
import { fail } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';

const parent = connectParent();

function emit(event: EngineEvent): void {
  parent.send({ type: 'event', event });
}

async function answer(message: ToEngine): Promise<Result<unknown>> {
  const handler = answers[message.name] as (
    input: ToEngine['input'],
    emit: (event: EngineEvent) => void,
  ) => Promise<Result<unknown>> | Result<unknown>;
  try {
    return await handler(message.input, emit);
  } catch (error) {
    return fail(asProblem(error));
  }
}

/** Requests that are not answered yet; an error outside of all of them answers every one. */
const open = new Set<number>();

function reply(id: number, result: Result<unknown>): void {
  if (open.delete(id)) parent.send({ type: 'answer', id, result });
}

function failAll(error: unknown): void {
  for (const id of [...open]) reply(id, fail(asProblem(error)));
}

process.on('uncaughtException', failAll);
process.on('unhandledRejection', failAll);

parent.onMessage((message) => {
  open.add(message.id);
  void answer(message).then((result) => {
    reply(message.id, result);
  });
});
emit({ type: 'ready' });
