import { registerDilatedConv3d } from '#main/engine/devices/kernels/dilatedConv3d.ts';

let isRegistered = false;

/** Kernels that TensorFlow lacks on the processor; once in a process, when the native backend is ready. */
export function registerNativeKernels(): void {
  if (isRegistered) return;
  isRegistered = true;
  registerDilatedConv3d();
}
