import path from 'node:path';
import { nativeDevice } from '#main/engine/devices/native/nativeDevice.ts';
import type { Hardware } from '#main/engine/devices/native/nativeDevice.ts';
import { runProgram } from '#main/engine/devices/native/runProgram.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { sameText } from '#shared/problems/problem.ts';

/** What NVIDIA's driver brings along to ask it with. */
const query = ['--query-gpu=name,memory.total', '--format=csv,noheader,nounits'];

/**
 * An NVIDIA GPU through TensorFlow's library and NVIDIA's own wheels: the user needs a driver and nothing else. Installed,
 * loaded and answered for by the library; never run on a GPU.
 */
export const cudaDevice = nativeDevice({
  id: 'cuda',
  title: { en: 'NVIDIA GPU (CUDA)', 'zh-CN': 'NVIDIA GPU（CUDA）' },
  async hardware() {
    const { code, output } = await runProgram('nvidia-smi', query);
    return code === 0 ? readGpu(output) : noGpu;
  },
  // The assembler and the device library of NVIDIA's compiler, which TensorFlow looks for where CUDA is usually installed.
  environment: (folder) => ({
    XLA_FLAGS: `--xla_gpu_cuda_data_dir=${path.join(folder, 'nvidia', 'cuda_nvcc')}`,
  }),
  check: ({ binding }) => (binding.isUsingGpuDevice() ? null : problem('device.gpuNotUsed')),
});

function problem(code: string): Problem {
  return { code, severity: 'error', values: { device: 'cuda' } };
}

const noGpu: Hardware = {
  detail: sameText(''),
  memoryBytes: null,
  unusable: problem('device.noGpu'),
};

/** `NVIDIA H100 80GB HBM3, 81559`: name, MiB. Exported for its test. */
export function readGpu(output: string): Hardware {
  const first = output.split('\n').find((line) => line.includes(','));
  const [name, mebibytes] = first?.split(',').map((part) => part.trim()) ?? [];
  if (name === undefined) return noGpu;
  const memory = Number(mebibytes);
  return {
    detail: sameText(name),
    memoryBytes: Number.isFinite(memory) ? memory * 1024 ** 2 : null,
    unusable: null,
  };
}
