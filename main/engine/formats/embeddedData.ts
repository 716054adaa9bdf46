import { catchReads } from '#main/engine/data/catchReads.ts';
import { CellsCollector } from '#main/engine/data/source/collectCells.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import type { OutputFile } from '#main/engine/formats/format.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

/**
 * These columns of a source as `data.json`, for data that an export cannot get by itself. Pictures and recordings are left
 * out: sources that have them are read from their files.
 */
export function embeddedData(
  recipe: DataRecipe,
  names: readonly string[],
): Promise<Result<OutputFile[]>> {
  const { signal } = new AbortController();
  return catchReads(signal, async () => {
    const source = await openSource(recipe, null, signal);
    if (!source.ok) return source;
    try {
      const collectors = new Map(names.map((name) => [name, new CellsCollector()]));
      for await (const { cells } of source.value.train.stream(names)) {
        for (const [name, collector] of collectors) {
          const piece = cells[name];
          if (piece !== undefined) collector.add(piece);
        }
      }
      const lines = [...collectors].map(([name, collector]) => {
        return `${JSON.stringify(name)}: ${JSON.stringify(asJson(collector.all()))}`;
      });
      return ok([{ path: 'data.json', content: `{\n${lines.join(',\n')}\n}\n` }]);
    } finally {
      await source.value.close();
    }
  });
}

function asJson(cells: Cells): unknown {
  if (cells.type !== 'numbers') return { type: 'texts', values: cells.values };
  const { shape, values } = cells;
  const kind = values.constructor.name.replace('Array', '').toLowerCase();
  // JSON knows no NaN; the shortest digits that give the same float32 back.
  const numbers = Array.from(values, (value) => {
    if (!Number.isFinite(value)) return null;
    return values instanceof Float32Array ? Number(value.toPrecision(9)) : value;
  });
  return { type: 'numbers', shape, kind, values: numbers };
}
