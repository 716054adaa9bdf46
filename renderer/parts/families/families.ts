import type { LayerDefinition, LayerFamily } from '#shared/layers/defineLayer.ts';

/** A section of the palette: normalization and regularization share one, as they share a colour. */
interface FamilyGroup {
  /** Key of its title in the palette's texts. */
  readonly id: string;
  readonly families: readonly LayerFamily[];
  readonly isOpenAtFirst: boolean;
}

/** The sections of the palette, in order. */
const familyGroups: readonly FamilyGroup[] = [
  { id: 'io', families: ['io'], isOpenAtFirst: true },
  { id: 'core', families: ['core'], isOpenAtFirst: true },
  { id: 'convolution', families: ['convolution'], isOpenAtFirst: true },
  { id: 'pooling', families: ['pooling'], isOpenAtFirst: true },
  { id: 'normalization', families: ['normalization', 'regularization'], isOpenAtFirst: true },
  { id: 'reshaping', families: ['reshaping'], isOpenAtFirst: false },
  { id: 'recurrent', families: ['recurrent'], isOpenAtFirst: false },
  { id: 'attention', families: ['attention'], isOpenAtFirst: false },
  { id: 'merging', families: ['merging'], isOpenAtFirst: false },
  { id: 'activation', families: ['activation'], isOpenAtFirst: false },
];

/** A section with its layers. */
export interface FilledGroup extends FamilyGroup {
  readonly layers: readonly LayerDefinition[];
}

/** Sorts layers into the sections; empty sections are left out. */
export function groupLayers(layers: readonly LayerDefinition[]): readonly FilledGroup[] {
  return familyGroups
    .map((group) => ({
      ...group,
      layers: group.families.flatMap((family) => layers.filter((layer) => layer.family === family)),
    }))
    .filter((group) => group.layers.length > 0);
}
