// electron-builder leaves every .d.ts of a package out. Exports are compiled to verify them, so ours must come along.

/** Called by electron-builder for each file of a package; true keeps what it would leave out. */
export function onNodeModuleFile(path) {
  return path.endsWith('.d.ts');
}
