import { startTransition, useEffect, useState } from 'react';

/** How long a value must have stayed the same, ms: longer than from one key to the next in quick typing. */
const restMs = 180;

/** A value as it is; one that `isHeavy` as it is after a rest, drawn without holding up anything else. */
export function useRested<Value>(value: Value, isHeavy: (value: Value) => boolean): Value {
  const [rested, setRested] = useState(value);
  const waits = isHeavy(value) && rested !== value;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      startTransition(() => {
        setRested(value);
      });
    }, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, waits]);
  return waits ? rested : value;
}
