import { registerBroadcasting } from '#main/engine/devices/webgpu/kernels/broadcasting.ts';
import { registerDataTypes } from '#main/engine/devices/webgpu/kernels/dataTypes.ts';
import { registerManyAxes } from '#main/engine/devices/webgpu/kernels/manyAxes.ts';
import { registerSums } from '#main/engine/devices/webgpu/kernels/sums.ts';

let isRegistered = false;

/** Repairs what tfjs-backend-webgpu 4.22 gets silently wrong; once in a process, when its kernels are there. */
export function registerWebgpuKernels(): void {
  if (isRegistered) return;
  isRegistered = true;
  registerBroadcasting();
  registerDataTypes();
  registerManyAxes();
  registerSums();
}
