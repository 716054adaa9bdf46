import { availableParallelism, cpus } from 'node:os';
import { machineMemory } from '#main/engine/devices/machineMemory.ts';
import { nativeDevice } from '#main/engine/devices/native/nativeDevice.ts';

/** The processor through TensorFlow's own library. */
export const nativeCpuDevice = nativeDevice({
  id: 'native-cpu',
  title: { en: 'Processor (TensorFlow)', 'zh-CN': '处理器（TensorFlow）' },
  hardware() {
    const model = cpus()[0]?.model.trim() ?? '';
    const threads = availableParallelism();
    return Promise.resolve({
      detail: [model, `${threads} × CPU`].filter((part) => part !== '').join(', '),
      memoryBytes: machineMemory(),
      unusable: null,
    });
  },
  check: () => null,
});
