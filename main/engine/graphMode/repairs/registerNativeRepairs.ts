import { repairBatchMatMul } from '#main/engine/graphMode/repairs/batchMatMul.ts';
import { repairGather } from '#main/engine/graphMode/repairs/gather.ts';
import { repairTileGradient } from '#main/engine/graphMode/repairs/tileGradient.ts';
import { registerGradientOps } from '#main/engine/graphMode/repairs/gradientOps.ts';

let isRepaired = false;

/**
 * Kernels and gradients of the native backend that loop or read values in JavaScript, as single ops; once in a process,
 * after the backend was opened. They serve recorded steps and those that run op by op alike.
 */
export function registerNativeRepairs(): void {
  if (isRepaired) return;
  isRepaired = true;
  repairGather();
  repairBatchMatMul();
  repairTileGradient();
  registerGradientOps();
}
