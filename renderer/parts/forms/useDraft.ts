import { useState } from 'react';
import type { Result } from '#shared/problems/problem.ts';
import type { FieldError } from '#renderer/parts/forms/fieldText.ts';

interface Draft {
  readonly text: string;
  /** How the value in force printed when this text was typed; another one makes the draft stale. */
  readonly basis: string;
  readonly error: FieldError | null;
}

/** A text being typed over a value that stays in force until the text is a value itself. */
export function useDraft<Value>(
  value: Value,
  print: (value: Value) => string,
  read: (text: string) => Result<Value, FieldError>,
  onChange: (value: Value) => void,
): {
  readonly text: string;
  readonly error: FieldError | null;
  readonly type: (text: string) => void;
  readonly leave: () => void;
  readonly drop: () => void;
} {
  const [draft, setDraft] = useState<Draft | null>(null);
  const printed = print(value);
  const current = draft !== null && draft.basis === printed ? draft : null;
  return {
    text: current?.text ?? printed,
    error: current?.error ?? null,
    type: (text) => {
      const reading = read(text);
      if (reading.ok) {
        setDraft({ text, basis: print(reading.value), error: null });
        if (print(reading.value) !== printed) onChange(reading.value);
      } else {
        setDraft({ text, basis: printed, error: reading.problem });
      }
    },
    leave: () => {
      setDraft((last) => (last?.error == null ? null : last));
    },
    drop: () => {
      setDraft(null);
    },
  };
}
