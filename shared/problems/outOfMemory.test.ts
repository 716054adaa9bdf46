import { expect, test } from 'vitest';
import { saysOutOfMemory } from '#shared/problems/outOfMemory.ts';

test.each([
  // TensorFlow's own library.
  'Invalid TF_Status: 8\nMessage: OOM when allocating tensor with shape[2048,64,224,224] and type float on /device:GPU:0',
  'Resource exhausted: failed to allocate memory',
  'RESOURCE_EXHAUSTED: Out of memory while trying to allocate 4294967296 bytes.',
  "terminate called after throwing an instance of 'std::bad_alloc'",
  'CUDA_ERROR_OUT_OF_MEMORY: out of memory',
  // V8.
  'RangeError: Array buffer allocation failed',
  'RangeError: Invalid typed array length: 9000000000',
  'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  // WebAssembly.
  'memory access out of bounds',
  'Aborted(Cannot enlarge memory arrays to size 4294967296 bytes (OOM))',
  // WebGPU.
  'GPUOutOfMemoryError: ',
  'vkAllocateMemory failed with VK_ERROR_OUT_OF_DEVICE_MEMORY',
  'CreateCommittedResource failed with E_OUTOFMEMORY (0x8007000E)',
  'Buffer size (4294967296) exceeds the max buffer size limit (268435456).',
  'Binding size (536870912) of [Buffer] is larger than the maximum storage buffer binding size (134217728).',
])('%s', (text) => {
  expect(saysOutOfMemory(text)).toBe(true);
});

test.each([
  'RangeError: Maximum call stack size exceeded',
  'TypeError: x is undefined',
  'Argument tensors passed to stack must be a Tensor[]',
  'SIGSEGV',
])('%s: something else', (text) => {
  expect(saysOutOfMemory(text)).toBe(false);
});
