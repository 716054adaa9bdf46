import { totalmem } from 'node:os';

/** Bytes that this process may use: the machine's memory, or less where a container has less. */
export function machineMemory(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
