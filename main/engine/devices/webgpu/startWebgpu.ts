import * as tf from '@tensorflow/tfjs';
import { saysOutOfMemory } from '#shared/problems/outOfMemory.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** WebGPU as far as it is used here; the type package would bring the browser's globals. */
interface Gpu {
  requestAdapter(options: { readonly powerPreference: string }): Promise<GpuAdapter | null>;
}

interface GpuAdapter {
  readonly info: object;
  readonly limits: Readonly<Record<string, number>>;
  requestDevice(options: {
    readonly requiredLimits: Readonly<Record<string, number>>;
  }): Promise<GpuDevice>;
}

interface GpuDevice {
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>;
  addEventListener(
    type: 'uncapturederror',
    listener: (event: { readonly error: { readonly message: string } }) => void,
  ): void;
  destroy(): void;
}

/** A backend in use, and what the graphics card has failed at. */
export interface StartedWebgpu {
  /** The first fault since the start: it is not thrown, and results since then are worthless. */
  fault(): Problem | null;
  stop(): void;
}

/** Limits that default to less than most cards have; kernels are cut to them. */
const limits = [
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
] as const;

const backendName = 'webgpu';

/** Dawn's instances in use. */
const instances = new Set<Gpu>();

/**
 * Puts tfjs on the graphics card: Dawn's adapter and device, made here and not by the backend's package, so that no
 * error can come before someone listens. Throws what the driver throws. The process lives as long as it is not stopped.
 */
export async function startWebgpu(): Promise<StartedWebgpu> {
  const { create, globals } = (await import('webgpu')) as unknown as {
    readonly create: (options: readonly string[]) => Gpu;
    readonly globals: object;
  };
  // Constants such as GPUBufferUsage, which the backend's package expects to be global.
  Object.assign(globalThis, globals);
  const gpu = create([]);
  // Dawn aborts the process when its instance is collected while a device of it lives.
  instances.add(gpu);
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) throw new Error('no adapter');
  const requiredLimits = Object.fromEntries(
    limits.flatMap((name) => {
      const value = adapter.limits[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const device = await adapter.requestDevice({ requiredLimits });
  let fault: Problem | null = null;
  let isStopped = false;
  device.addEventListener('uncapturederror', ({ error }) => {
    // An error of memory says so by its class; its message need not.
    const said = `${error.constructor.name}: ${error.message}`;
    fault ??= saysOutOfMemory(said)
      ? gpuFault('engine.outOfMemory', said)
      : gpuFault('device.gpuError', error.message);
  });
  void device.lost.then(({ reason, message }) => {
    if (!isStopped) fault ??= gpuFault('device.gpuLost', message === '' ? reason : message);
  });

  const restoreNavigator = lendNavigator(gpu);
  try {
    const { WebGPUBackend } = (await import('@tensorflow/tfjs-backend-webgpu')) as unknown as {
      readonly WebGPUBackend: new (device: GpuDevice, info: object) => tf.KernelBackend;
    };
    // The package registers one of its own when it is loaded while there is a navigator.
    const own = tf.findBackendFactory(backendName) as unknown;
    if (own !== null) tf.removeBackend(backendName);
    const backend = new WebGPUBackend(device, adapter.info);
    tf.registerBackend(backendName, () => backend, 3);
  } finally {
    restoreNavigator();
  }
  if (!(await tf.setBackend(backendName))) throw new Error('the backend could not be started');
  await tf.ready();
  return {
    fault: () => fault,
    stop() {
      if (isStopped) return;
      isStopped = true;
      // Tensors of this backend die with it; buffers that it keeps for later ones are freed.
      tf.removeBackend(backendName);
      device.destroy();
      instances.delete(gpu);
    },
  };
}

/** The package's backend asks for a browser's navigator while it is made, and only then. */
function lendNavigator(gpu: Gpu): () => void {
  const stock = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', {
    value: { gpu, userAgent: 'node' },
    configurable: true,
    writable: true,
  });
  return () => {
    if (stock === undefined) Reflect.deleteProperty(globalThis, 'navigator');
    else Object.defineProperty(globalThis, 'navigator', stock);
  };
}

function gpuFault(code: string, detail: string): Problem {
  const [first = ''] = detail.split('\n');
  return { code, severity: 'error', values: { detail: first.slice(0, 300) } };
}
