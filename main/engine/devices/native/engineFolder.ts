import { existsSync } from 'node:fs';
import path from 'node:path';
import { bindingFile } from '#main/engine/devices/native/openNative.ts';
import type { NativePackage } from '#main/engine/devices/native/platforms.ts';
import { paths } from '#main/workspace/paths.ts';

/** Where the library of a device lies, or will lie. */
export interface EngineFolder {
  readonly folder: string;
  /** It came with the program: nothing is written there, and its files have other times than when they were made. */
  readonly isCarried: boolean;
}

/** Folder of the engines that the user installed. */
function enginesFolder(): string {
  return places().enginesFolder;
}

/** Folder of a package: what the user installed, else what the program carries. */
export function folderOf(one: NativePackage): EngineFolder {
  const name = `${one.device}-${one.version}`;
  const own = ownFolderOf(one);
  const carried = path.join(places().carriedEnginesFolder, name);
  return !existsSync(own) && existsSync(carried)
    ? { folder: carried, isCarried: true }
    : { folder: own, isCarried: false };
}

/** Where a package is installed, and repaired. */
export function ownFolderOf(one: NativePackage): string {
  return path.join(enginesFolder(), `${one.device}-${one.version}`);
}

/** Where the binding of tfjs-node's official download lies inside an engine's folder: its search path counts from there. */
export const officialBindingFolder = path.join('lib', 'napi');

/** The folder to give to `openNative`. */
export function bindingFolderOf(folder: string): string {
  const official = path.join(folder, officialBindingFolder);
  return existsSync(path.join(official, bindingFile)) ? official : folder;
}

/** The folder that holds package.json of the program, and below it node_modules. */
function appRoot(): string {
  return process.env.STRATA_APP_ROOT ?? process.cwd();
}

function places() {
  return paths({ appRoot: appRoot() });
}
