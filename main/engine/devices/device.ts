import type * as tf from '@tensorflow/tfjs';
import type { OpenStepper } from '#main/engine/train/stepper.ts';
import type { Threads } from '#main/engine/devices/native/environment.ts';
import type { InstallControl } from '#main/engine/devices/native/install.ts';
import type { OpenedNative } from '#main/engine/devices/native/openNative.ts';
import type { LocalText, Problem, Result } from '#shared/problems/problem.ts';
import type { DeviceInstall, InstallProgress } from '#shared/protocol/types.ts';

/** The tfjs library, with a device's backend in use. */
export type Tf = typeof tf;

/** What a device says about itself, without being started. */
interface DeviceProbe {
  /** null: available; else why not. */
  readonly unavailable: Problem | null;
  /** Version of the library behind it. */
  readonly version: string;
  /** Threads, or the GPU's name. */
  readonly detail: LocalText;
  /** Memory that models can use: of the machine, or of the GPU. null or absent: not known. */
  readonly memoryBytes?: number | null;
  /** What installing it takes, where that would make it available. */
  readonly install?: DeviceInstall;
  /** True where a program plays the hardware: it works, slowly, and `auto` never takes it. */
  readonly isSoftware?: boolean;
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
  /** Memory that models can use. null or absent: not known. */
  readonly memoryBytes?: number | null;
  /** TensorFlow itself, on native devices: for what runs as a graph. */
  readonly native?: OpenedNative;
  /** For the run's log: what the device had to do without. */
  readonly remarks?: readonly Problem[];
  /**
   * What the hardware has failed at without throwing; null: nothing. Results since then are worthless. Asked after
   * each value that was read.
   */
  fault?(): Problem | null;
  /** The device's own way to take the steps of a run; without it tfjs takes them op by op. */
  readonly openStepper?: OpenStepper;
  /** Gives back what the device holds. */
  close(): void;
}

/** What a device may want to know before it starts. */
export interface OpenOptions {
  /** For `auto`: the device to try first; null or absent: the usual order. */
  readonly prefer?: string | null;
  /** For libraries that have threads of their own. */
  readonly threads?: Threads;
  /** Of the forward pass of one step; absent: not known. */
  readonly multiplyAdds?: number;
  /** Hears of a repair that comes first. */
  readonly onInstallProgress?: (progress: InstallProgress) => void;
}

/** A kind of hardware that can train. One device is one file, and one line of the list. */
export interface Device {
  readonly id: string;
  readonly title: LocalText;
  /** True where its library works only in a plain Node, not in a process of Electron's; `probe` answers in both. */
  readonly needsNode?: boolean;
  probe(): Promise<DeviceProbe>;
  open(options?: OpenOptions): Promise<Result<OpenDevice>>;
  /** Installs what the device needs, or repairs it. Absent: there is nothing to install. */
  install?(control: InstallControl): Promise<Result<null>>;
}
