import { constraints } from '#shared/layers/constraints.ts';
import { initializers } from '#shared/layers/initializers.ts';
import type { PartParam, PartValue } from '#shared/layers/params.ts';
import type { PartDefinition, PartRoom } from '#shared/layers/parts.ts';
import { regularizers } from '#shared/layers/regularizers.ts';

/** Catalogue of each part type, and the room of tfjs and Keras that it comes from. */
export const partCatalogues: Readonly<
  Record<PartParam['type'], { readonly room: PartRoom; readonly parts: readonly PartDefinition[] }>
> = {
  initializer: { room: 'initializers', parts: initializers },
  regularizer: { room: 'regularizers', parts: regularizers },
  constraint: { room: 'constraints', parts: constraints },
};

/** The definition of a chosen part; undefined for a kind that does not exist. */
export function findPart(type: PartParam['type'], part: PartValue): PartDefinition | undefined {
  return partCatalogues[type].parts.find((definition) => definition.kind === part.kind);
}
