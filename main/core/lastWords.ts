import { saysOutOfMemory } from '#shared/problems/outOfMemory.ts';

/**
 * Hears a process's standard error. What it gives tells most of why the process ended, in brackets: ` (RuntimeError: memory
 * access out of bounds)`; empty where nothing told it.
 */
export function lastWords(stream: NodeJS.ReadableStream | null): () => string {
  let heard = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (text: string) => {
    heard = (heard + text).slice(-longest);
  });
  return () => {
    const lines = heard.split('\n');
    const telling = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.find(saysOutOfMemory);
    return telling === undefined ? '' : ` (${telling.trim().slice(0, 200)})`;
  };
}

/** Characters that are kept: V8 writes its own stack after its reason. */
const longest = 16_000;
