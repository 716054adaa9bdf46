import { arraysSource } from '#main/engine/data/source/arraysSource.ts';
import { cifar100Layout, holdsCifar, readCifar } from '#main/engine/data/cifar/cifarFiles.ts';
import { fingerprintOf } from '#main/engine/data/files/fingerprint.ts';
import type { Reader } from '#main/engine/data/readers/reader.ts';
import { resolvePath } from '#main/engine/data/readers/reader.ts';
import { ok } from '#shared/problems/problem.ts';

/** CIFAR-100 from the folder or archive of its binary or its Python version. */
export const cifar100Reader: Reader = {
  kind: 'cifar100',
  recognise: ({ path, isFolder, names }) =>
    Promise.resolve(
      isFolder && holdsCifar(names, cifar100Layout('fine')) ? { folder: path } : null,
    ),
  async open(params, { folder: documentFolder, features, signal, tell }) {
    const folder = resolvePath(params['folder'], documentFolder);
    if (!folder.ok) return folder;
    const layout = cifar100Layout(params['labels'] === 'coarse' ? 'coarse' : 'fine');
    const parts = await readCifar(folder.value, layout, signal, tell);
    if (!parts.ok) return parts;
    const extras = await fingerprintOf([folder.value]);
    return ok(arraysSource(features, parts.value.train, parts.value.test, extras));
  },
};
