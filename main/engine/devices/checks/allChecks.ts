import type { Check } from '#main/engine/devices/checks/check.ts';
import { convolutionChecks } from '#main/engine/devices/checks/convolutionChecks.ts';
import { layerChecks } from '#main/engine/devices/checks/layerChecks.ts';
import { operationChecks } from '#main/engine/devices/checks/operationChecks.ts';
import { poolingChecks } from '#main/engine/devices/checks/poolingChecks.ts';

/** Everything that a device must compute rightly before a layer may train on it. */
export const allChecks: readonly Check[] = [
  ...convolutionChecks,
  ...poolingChecks,
  ...operationChecks,
  ...layerChecks,
];
