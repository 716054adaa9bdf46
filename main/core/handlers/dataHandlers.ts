import { dirname } from 'node:path';
import type { Context, Handlers } from '#main/core/context.ts';
import { runWithWeights, weightsOf } from '#main/core/handlers/modelHandlers.ts';
import type { EngineRequestName, EngineRequests } from '#main/engine/messages.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** What is done with data: looking at them, preparing them, writing them. */
export const dataHandlers = {
  async inspectData({ document, path }, context) {
    return withData(context, 'inspectData', { document, path }, {});
  },

  async recogniseData(input, context) {
    const { paths, validation = [], test = [] } = input;
    await context.consents.choose([paths, validation, test].flat());
    return ask(context, 'recogniseData', input);
  },

  allowData: ({ document, path }, { consents }) => consents.allow(document, path),

  dataReport: (input, context) => withData(context, 'dataReport', input, {}),

  previewData: ({ document, path, step, from, count }, context) =>
    withData(context, 'previewData', { document, path }, { step, from, count }),

  prepareData: ({ document, path, output }, context) =>
    withData(context, 'prepareData', { document, path }, { output }),

  convertTable: (input, context) => ask(context, 'convertTable', input),

  async predictTable({ runFolder, input, output, id }, context) {
    const run = await runWithWeights(runFolder);
    if (!run.ok) return run;
    return ask(context, 'predictTable', {
      document: run.value.document,
      runFolder,
      weights: weightsOf(run.value),
      input,
      output,
      id,
    });
  },

  cancelData(_input, { pool }) {
    // Reading and writing happen in libraries that cannot be interrupted everywhere; files are written atomically.
    pool.end('data', refuse('data.cancelled'));
    return ok(null);
  },
} satisfies Partial<Handlers>;

/** Asks the data process, and hands its progress on. */
function ask<Name extends EngineRequestName>(
  { pool, events }: Context,
  name: Name,
  input: EngineRequests[Name]['input'],
): Promise<Result<EngineRequests[Name]['output']>> {
  return pool.request('data', name, input, (event) => {
    if (event.type === 'dataProgress') events.publish('dataProgress', event.progress);
  });
}

/** Names of messages about a document's data. */
type DataRequestName = 'inspectData' | 'dataReport' | 'previewData' | 'prepareData';

/** Asks about a document's data, if it may read them. */
async function withData<Name extends DataRequestName>(
  context: Context,
  name: Name,
  { document, path }: { readonly document: StrataDocument; readonly path: string | null },
  rest: Omit<EngineRequests[Name]['input'], 'document' | 'documentFolder'>,
): Promise<Result<EngineRequests[Name]['output']>> {
  const may = await context.consents.check(document, path);
  if (!may.ok) return may;
  const documentFolder = path === null ? null : dirname(path);
  return ask(context, name, { ...rest, document, documentFolder });
}
