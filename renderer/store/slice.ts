import type { StateCreator } from 'zustand';
import type { StrataState } from '#renderer/store/state.ts';

/** Makes one part of the store; it sees the whole store. */
export type Slice<Part> = StateCreator<StrataState, [], [], Part>;
