import type * as tf from '@tensorflow/tfjs';
import type { LocalText, Problem, Result } from '#shared/problems/problem.ts';

/** The tfjs library, with a device's backend in use. */
export type Tf = typeof tf;

/** What a device says about itself, without being started. */
interface DeviceProbe {
  /** null: available; else why not. */
  readonly unavailable: Problem | null;
  /** Version of the library behind it. */
  readonly version: string;
  /** Threads, or the GPU's name. */
  readonly detail: string;
}

/** What a device can do; the training loop asks here, never for a device by name. */
interface DeviceCapabilities {
  /** False where `dataSync` is not to be had and every value must be awaited. */
  readonly canReadSynchronously: boolean;
}

/** A device in use. */
export interface OpenDevice {
  readonly id: string;
  readonly tf: Tf;
  readonly capabilities: DeviceCapabilities;
  /** For the run's log: what the device had to do without. */
  readonly remarks?: readonly Problem[];
  /** Gives back what the device holds. */
  close(): void;
}

/** A kind of hardware that can train. One device is one file, and one line of the list. */
export interface Device {
  readonly id: string;
  readonly title: LocalText;
  probe(): Promise<DeviceProbe>;
  open(): Promise<Result<OpenDevice>>;
}
