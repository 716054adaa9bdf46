// Runs every check on one device, in a process of its own: `node runChecks.cjs cpu | DEVICE`. Prints one JSON object: what was
// opened, and what is wrong with each check by name (null: nothing).
import * as tf from '@tensorflow/tfjs';
import { allChecks } from '#main/engine/devices/checks/allChecks.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { openReferenceBackend } from '#main/engine/devices/referenceBackend.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** An opened device, as far as the checks need it. */
interface Opened {
  fault?(): Problem | null;
  close?(): void;
}

async function open(device: string): Promise<Opened> {
  if (device === 'cpu') {
    await openReferenceBackend();
    return {};
  }
  const opened = await openDevice(device);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

async function main(): Promise<void> {
  const device = await open(process.argv[2] ?? '');
  const wrong: Record<string, string | null> = {};
  for (const check of allChecks) {
    tf.engine().startScope();
    try {
      wrong[check.name] = await check.run();
    } catch (error) {
      wrong[check.name] = error instanceof Error ? error.message : String(error);
    }
    tf.engine().endScope();
    const fault = device.fault?.() ?? null;
    if (fault !== null) wrong[check.name] ??= JSON.stringify(fault);
  }
  process.stdout.write(`${JSON.stringify({ backend: tf.getBackend(), wrong })}\n`);
  device.close?.();
}

void main();
