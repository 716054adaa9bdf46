import { layers as catalogue } from '#shared/layers/index.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodes } from '#main/hosts/cli/exitCodes.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { tableLines } from '#main/hosts/cli/table.ts';

/** `strata layers [--json]`: every kind with its family and what it does; as JSON with its parameters too. */
export function layers(shell: Shell, options: { json?: true }): ExitCode {
  if (options.json) {
    const rows = catalogue.map(({ kind, title, gloss, family, doc, link, inputs, ...layer }) => ({
      ...{ kind, title, gloss, family, doc: shell.text(doc), link, inputs },
      differences: layer.differences ? shell.text(layer.differences) : null,
      params: Object.entries(layer.params).map(([name, param]) => ({
        name,
        ...param,
        doc: shell.text(param.doc),
      })),
    }));
    shell.print(JSON.stringify(rows, null, 2));
  } else {
    const rows = catalogue.map(({ kind, title, family, doc }) => [
      kind,
      title,
      family,
      shell.text(doc),
    ]);
    for (const line of tableLines(rows)) shell.print(line);
  }
  return exitCodes.done;
}
