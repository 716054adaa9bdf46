import { existsSync } from 'node:fs';
import path from 'node:path';
import { bindingFolderOf, folderOf } from '#main/engine/devices/native/engineFolder.ts';
import { setEnvironment } from '#main/engine/devices/native/environment.ts';
import { packageFor } from '#main/engine/devices/native/platforms.ts';
import { bindingFile, openNative } from '#main/engine/devices/native/openNative.ts';
import type { OpenedNative } from '#main/engine/devices/native/openNative.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { registerNativeKernels } from '#main/engine/devices/kernels/registerNativeKernels.ts';
import { registerNativeRepairs } from '#main/engine/graphMode/repairs/registerNativeRepairs.ts';

// As `npm test` provides it; a test that runs alone, from the root of the checkout, finds the same.
process.env.STRATA_ENGINES ??= path.resolve('.cache', 'engines');
const own = packageFor('native-cpu');
const folder = own === null ? null : bindingFolderOf(folderOf(own).folder);

/** False: tests of graph mode are skipped. */
export const hasNative = folder !== null && existsSync(path.join(folder, bindingFile));

if (!hasNative) {
  console.warn('No native engine is installed: the tests of graph mode are skipped.');
}

/** The native engine, ready to train. */
export async function openNativeForTests(): Promise<OpenedNative> {
  if (folder === null) throw new Error('There is no native engine for this system.');
  setEnvironment({ intraOp: null, interOp: null });
  const opened = await openNative({ folder });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  registerGradients();
  registerNativeKernels();
  registerNativeRepairs();
  return opened.value;
}
