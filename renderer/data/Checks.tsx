import type { ReactNode } from 'react';

/** What is odd about the data, and what can be done. */
export function Checks(): ReactNode {
  return null;
}
