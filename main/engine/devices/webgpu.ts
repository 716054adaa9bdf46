import * as tf from '@tensorflow/tfjs';
import type { Device, OpenDevice } from '#main/engine/devices/device.ts';
import { registerGradients } from '#main/engine/devices/gradients/registerGradients.ts';
import { probeAdapter } from '#main/engine/devices/webgpu/probeAdapter.ts';
import { registerWebgpuKernels } from '#main/engine/devices/webgpu/registerWebgpuKernels.ts';
import { startWebgpu } from '#main/engine/devices/webgpu/startWebgpu.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse, sameText } from '#shared/problems/problem.ts';

/** The graphics card of any maker, through WebGPU (Dawn for Node): Vulkan, Metal or Direct3D 12. */
export const webgpuDevice: Device = {
  id: 'webgpu',
  title: { en: 'Graphics card (WebGPU)', 'zh-CN': '显卡（WebGPU）' },
  // Dawn gives results as memory of its own, which Electron's V8 does not let JavaScript see.
  needsNode: true,
  async probe() {
    const adapter = await probeAdapter();
    return {
      unavailable: adapter.ok ? null : adapter.problem,
      version: tf.version_core,
      detail: sameText(adapter.ok ? adapter.value.name : ''),
      isSoftware: adapter.ok && adapter.value.isSoftware,
    };
  },
  async open(): Promise<Result<OpenDevice>> {
    const adapter = await probeAdapter();
    if (!adapter.ok) return adapter;
    try {
      const started = await startWebgpu();
      registerWebgpuKernels();
      registerGradients();
      return ok({
        id: 'webgpu',
        tf,
        capabilities: { canReadSynchronously: false },
        remarks: adapter.value.isSoftware ? [softwareRemark(adapter.value.name)] : [],
        fault: () => started.fault(),
        close: () => {
          started.stop();
        },
      });
    } catch (error) {
      const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      return refuse('device.driverFailed', { reason });
    }
  },
};

function softwareRemark(adapter: string) {
  return { code: 'device.softwareAdapter', severity: 'warning', values: { adapter } } as const;
}
