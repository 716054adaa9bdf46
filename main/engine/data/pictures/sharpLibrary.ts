import { createRequire } from 'node:module';
import type Sharp from 'sharp';

/** The library that decodes pictures. */
export const sharp: typeof Sharp = load();

// Pictures are decoded several at a time, one thread each, and none is read twice.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Electron for Linux brings GLib along, which takes the place of the library's own: it then loses memory with every picture,
 * or ends the process. There its WebAssembly is used, at about half the speed, by an architecture for which it has nothing
 * else. https://sharp.pixelplumbing.com/install#electron-and-linux
 */
function load(): typeof Sharp {
  const require = createRequire(import.meta.url);
  const read = () => require('sharp') as typeof Sharp;
  if (!('electron' in process.versions) || process.platform !== 'linux') return read();
  const arch = Object.getOwnPropertyDescriptor(process, 'arch');
  Object.defineProperty(process, 'arch', { ...arch, value: 'wasm32' });
  try {
    return read();
  } finally {
    if (arch !== undefined) Object.defineProperty(process, 'arch', arch);
  }
}
