import { createRequire } from 'node:module';
import path from 'node:path';
import { findCompiler } from '#main/engine/devices/native/findTools.ts';
import type { CompileCommand } from '#main/engine/devices/native/platforms.ts';
import { isCancelled, runProgram } from '#main/engine/devices/native/runProgram.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** tfjs-node's own C++, two files of 1,500 lines. */
const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'];

/**
 * Compiles tfjs-node-gpu's binding against the headers and libraries in `folder`. Node's own headers come from
 * the package node-api-headers, so that nothing else is fetched. Problems: `install.noCompiler`, `install.compileFailed`,
 * `install.cancelled`.
 */
export async function compileBinding(
  { compilers, args }: CompileCommand,
  { folder, output }: { readonly folder: string; readonly output: string },
  signal: AbortSignal,
): Promise<Result<null>> {
  const compiler = await findCompiler(compilers, signal);
  if (isCancelled(signal)) return refuse('install.cancelled');
  if (compiler === null) return refuse('install.noCompiler', { compiler: compilers[0] ?? '' });
  const { resolve } = createRequire(import.meta.url);
  const sourceFolder = path.dirname(resolve('@tensorflow/tfjs-node-gpu/binding/tfjs_backend.cc'));
  const includes = [
    path.join(path.dirname(resolve('node-api-headers/package.json')), 'include'),
    path.join(folder, 'tensorflow', 'include'),
  ];
  const filled = args.flatMap((arg) => {
    if (arg === '{sources}') return sources.map((source) => path.join(sourceFolder, source));
    if (arg === '{include}') return includes.map((include) => `-I${include}`);
    return [arg.replace('{folder}', folder).replace('{output}', output)];
  });
  const end = await runProgram(compiler.command, [...compiler.args, ...filled], { signal });
  if (isCancelled(signal)) return refuse('install.cancelled');
  if (end.code === 0) return ok(null);
  const errors = end.output.split('\n').filter((line) => /error|fatal|cannot/i.test(line));
  return refuse('install.compileFailed', {
    compiler: compiler.command,
    reason: errors[0]?.trim() ?? end.output.slice(-200).trim(),
  });
}
