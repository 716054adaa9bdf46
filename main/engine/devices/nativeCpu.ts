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
      detail: {
        en: [model, `${threads} ${threads === 1 ? 'thread' : 'threads'}`]
          .filter(isGiven)
          .join(', '),
        'zh-CN': [model, `${threads} 个线程`].filter(isGiven).join('，'),
      },
      memoryBytes: machineMemory(),
      unusable: null,
    });
  },
  check: () => null,
});

function isGiven(part: string): boolean {
  return part !== '';
}
