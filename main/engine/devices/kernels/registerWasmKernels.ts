import { batchMatMulKernel } from '#main/engine/devices/kernels/batchMatMul.ts';
import {
  conv2dFilterGradientKernel,
  conv2dInputGradientKernel,
} from '#main/engine/devices/kernels/conv2dGradients.ts';
import {
  conv3dFilterGradientKernel,
  conv3dInputGradientKernel,
} from '#main/engine/devices/kernels/conv3dGradients.ts';
import {
  depthwiseFilterGradientKernel,
  depthwiseInputGradientKernel,
} from '#main/engine/devices/kernels/depthwiseGradients.ts';
import { registerFusedBatchNorm } from '#main/engine/devices/kernels/fusedBatchNorm.ts';
import { maxPool3dKernel } from '#main/engine/devices/kernels/maxPool3d.ts';
import {
  maxPool3dGradientKernel,
  maxPoolGradientKernel,
} from '#main/engine/devices/kernels/maxPoolGradient.ts';
import { unsortedSegmentSumKernel } from '#main/engine/devices/kernels/unsortedSegmentSum.ts';
import type { WasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';
import { registerWasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

/** What tfjs-backend-wasm 4.22 lacks, gets silently wrong or does slowly. */
const kernels: readonly WasmKernel[] = [
  conv2dFilterGradientKernel,
  conv2dInputGradientKernel,
  depthwiseFilterGradientKernel,
  depthwiseInputGradientKernel,
  unsortedSegmentSumKernel,
  maxPoolGradientKernel,
  maxPool3dKernel,
  maxPool3dGradientKernel,
  conv3dInputGradientKernel,
  conv3dFilterGradientKernel,
  batchMatMulKernel,
];

let isRegistered = false;

/** Repairs the wasm backend, once in a process; call it when the backend is ready. */
export function registerWasmKernels(): void {
  if (isRegistered) return;
  isRegistered = true;
  for (const kernel of kernels) registerWasmKernel(kernel);
  registerFusedBatchNorm('wasm');
}
