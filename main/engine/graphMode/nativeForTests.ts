import { existsSync } from 'node:fs';
import path from 'node:path';
import { bindingFile, openNative } from '#main/engine/devices/native/openNative.ts';
import type { OpenedNative } from '#main/engine/devices/native/openNative.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { registerNativeRepairs } from '#main/engine/graphMode/repairs/registerNativeRepairs.ts';

/** Where this checkout keeps a native engine for its tests, which run from its root. */
const folder = path.resolve('.cache', 'native-cpu');

/** False: tests of graph mode are skipped. */
export const hasNative = existsSync(path.join(folder, bindingFile));

if (!hasNative) {
  console.warn('No native engine in .cache/native-cpu: the tests of graph mode are skipped.');
}

/** The native engine, ready to train. */
export async function openNativeForTests(): Promise<OpenedNative> {
  // TensorFlow reads these while its library is loaded.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
  const opened = await openNative({ folder });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  registerGradients();
  registerNativeRepairs();
  return opened.value;
}
