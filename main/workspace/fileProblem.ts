import type { Problem } from '#shared/problems/problem.ts';

const codes: Readonly<Record<string, string>> = {
  ENOENT: 'workspace.missing',
  ENOTDIR: 'workspace.missing',
  EACCES: 'workspace.denied',
  EPERM: 'workspace.denied',
  EROFS: 'workspace.readOnly',
  ENOSPC: 'workspace.diskFull',
  EDQUOT: 'workspace.diskFull',
  EISDIR: 'workspace.isFolder',
  ENAMETOOLONG: 'workspace.nameTooLong',
};

/**
 * The one place that turns an error of node:fs into a problem. Gives null for anything else, which is our own bug.
 * `path` is what the user knows; absent: the path that node:fs names.
 */
export function fileProblem(error: unknown, path = pathIn(error)): Problem | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
    return null;
  }
  const code = codes[error.code];
  if (code === undefined && !('syscall' in error)) return null;
  return {
    code: code ?? 'workspace.fileError',
    severity: 'error',
    place: { file: path },
    values: code === undefined ? { path, reason: error.code } : { path },
  };
}

/** Does something with files. What the file system refuses becomes a problem; bugs stay thrown. */
export async function withFiles<Value>(
  path: string,
  work: () => Promise<Value>,
): Promise<{ ok: true; value: Value } | { ok: false; problem: Problem }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const problem = fileProblem(error, path);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

function pathIn(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? error.path
    : '';
}
