import type { SourceDefinition } from '#shared/data/catalogue.ts';
import { cifar10 } from '#shared/data/sources/cifar10.ts';
import { generatedPoints } from '#shared/data/sources/generatedPoints.ts';
import { generatedTable } from '#shared/data/sources/generatedTable.ts';
import { generatedText } from '#shared/data/sources/generatedText.ts';
import { idx } from '#shared/data/sources/idx.ts';
import { mnist } from '#shared/data/sources/mnist.ts';

/** The sources, in the order in which they are offered. */
export const sources: readonly SourceDefinition[] = [
  mnist,
  cifar10,
  idx,
  generatedTable,
  generatedText,
  generatedPoints,
];

/** The source of this kind. */
export function findSource(kind: string): SourceDefinition | undefined {
  return sources.find((definition) => definition.kind === kind);
}
