/** What WebAssembly, V8, TensorFlow, graphics cards and systems say when memory has run out, or one buffer takes too much of it. */
const words =
  /out.?of.?(device.?|host.?)?memory|OOM when allocating|bad_alloc|resource.exhausted|allocation failed|failed to allocate|heap limit|invalid (typed )?array length|memory access out of bounds|cannot enlarge memory|ENOMEM|table index is out of bounds|exceeds the max buffer size|larger than the maximum storage buffer binding size/i;

/** True where a text of a library or of the system says that memory did not suffice. */
export function saysOutOfMemory(text: string): boolean {
  return words.test(text);
}
