import type { Format } from '#main/engine/formats/format.ts';
import { kerasProject } from '#main/engine/formats/kerasProject.ts';
import { tfjsModel } from '#main/engine/formats/tfjsModel.ts';
import { typescriptProject } from '#main/engine/formats/typescriptProject.ts';

/** Every format, one for each target of shared/codegen/targets.ts. */
const formats: readonly Format[] = [typescriptProject, tfjsModel, kerasProject];

/** The format of a target. */
export function findFormat(target: string): Format | undefined {
  return formats.find((format) => format.id === target);
}
