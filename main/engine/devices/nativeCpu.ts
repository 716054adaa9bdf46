import { availableParallelism, cpus, totalmem } from 'node:os';
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
      memoryBytes: totalmem(),
      unusable: null,
    });
  },
  check: () => null,
});
