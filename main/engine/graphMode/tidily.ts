import type { Tf } from '#main/engine/devices/device.ts';

/** Disposes of every tensor that `work` makes; what it answers must hold none. */
export function tidily<Value>(tf: Tf, work: () => Value): Value {
  const answers: Value[] = [];
  tf.tidy(() => {
    answers.push(work());
  });
  const [answer] = answers;
  return answer as Value;
}
