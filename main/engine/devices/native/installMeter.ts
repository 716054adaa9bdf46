import { downloadBytesOf } from '#main/engine/devices/native/platforms.ts';
import type { NativePackage } from '#main/engine/devices/native/platforms.ts';
import type { InstallProgress, InstallStep } from '#shared/protocol/types.ts';

/** Hears how far an install has come. */
export type OnInstallProgress = (progress: InstallProgress) => void;

/** At most so often. */
const everyMs = 100;
/** Shares of the whole, as a slow line has them; checking takes the rest. */
const downloadShare = 0.8;
const unpackShare = 0.1;
const compileShare = 0.08;

/** Turns bytes and time into one progress from 0 to 1. */
export class InstallMeter {
  readonly #one: NativePackage;
  readonly #onProgress: OnInstallProgress;
  readonly #totalBytes: number;
  #step: InstallStep = 'preparing';
  #downloadedBytes = 0;
  /** Bytes of the wheel that is being fetched. */
  #currentBytes = 0;
  #unpackedBytes = 0;
  #compiling: { readonly startedAtMs: number; readonly timer: NodeJS.Timeout } | null = null;
  #hasCompiled = false;
  #toldAtMs = 0;

  constructor(one: NativePackage, onProgress: OnInstallProgress) {
    this.#one = one;
    this.#onProgress = onProgress;
    this.#totalBytes = downloadBytesOf(one);
  }

  /** The next step begins. */
  step(step: InstallStep): void {
    this.#endCompiling();
    this.#step = step;
    // A compiler says nothing while it works: time stands for it.
    if (step === 'compiling') {
      const timer = setInterval(() => {
        this.#tell();
      }, 500);
      this.#compiling = { startedAtMs: Date.now(), timer };
    }
    this.#toldAtMs = 0;
    this.#tell();
  }

  /** So much of the present wheel is there. */
  downloading(bytes: number): void {
    this.#currentBytes = bytes;
    this.#tell();
  }

  /** A wheel is there, or was not needed. */
  downloaded(bytes: number): void {
    this.#downloadedBytes += bytes;
    this.#currentBytes = 0;
    this.#tell();
  }

  /** So many bytes more were unpacked. */
  unpacked(bytes: number): void {
    this.#unpackedBytes += bytes;
    this.#tell();
  }

  /** Nothing more is told. */
  end(): void {
    this.#endCompiling();
  }

  #endCompiling(): void {
    if (this.#compiling === null) return;
    clearInterval(this.#compiling.timer);
    this.#compiling = null;
    this.#hasCompiled = true;
  }

  #tell(): void {
    const now = Date.now();
    if (now - this.#toldAtMs < everyMs) return;
    this.#toldAtMs = now;
    const doneBytes = Math.min(this.#totalBytes, this.#downloadedBytes + this.#currentBytes);
    this.#onProgress({
      device: this.#one.device,
      step: this.#step,
      doneBytes,
      totalBytes: this.#totalBytes,
      fraction:
        downloadShare * (this.#totalBytes === 0 ? 0 : doneBytes / this.#totalBytes) +
        unpackShare * Math.min(1, this.#unpackedBytes / this.#one.diskBytes) +
        compileShare * this.#compiledFraction(now),
    });
  }

  #compiledFraction(now: number): number {
    if (this.#hasCompiled) return 1;
    if (this.#compiling === null) return 0;
    const expectedMs = this.#one.compile?.expectedMs ?? 1;
    // Never full before it has ended, however slow the machine is.
    return 1 - Math.exp(-(now - this.#compiling.startedAtMs) / expectedMs);
  }
}
