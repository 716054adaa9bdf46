import { epochOrder } from '#main/engine/train/epochOrder.ts';
import type { OpenDevice } from '#main/engine/devices/device.ts';
import type { EngineRequests } from '#main/engine/messages.ts';
import { inBatches } from '#main/engine/train/examples.ts';
import { openRunDevice, prepareRun } from '#main/engine/train/prepareRun.ts';
import type { PreparedRun } from '#main/engine/train/prepareRun.ts';
import type { PlannedStep } from '#main/engine/train/stepper.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';

type Input = EngineRequests['prepareRace']['input'];
type Lap = EngineRequests['raceSteps']['output'];

/** Takes real steps of a real model on one device, and tells how long they took. Nothing of it is kept. */
export class Racer {
  readonly #device: OpenDevice;
  readonly #run: PreparedRun;
  readonly #input: Input;
  readonly #batches: readonly Uint32Array[];
  #step = 0;

  private constructor(device: OpenDevice, run: PreparedRun, input: Input) {
    this.#device = device;
    this.#run = run;
    this.#input = input;
    const { seed, document } = input;
    const order = epochOrder(run.examples.train.count, document.training.shuffle, seed, 0);
    this.#batches = inBatches(order, document.training.batchSize);
  }

  /** Opens the device and takes the first steps, which pay for what is made once: graphs, shaders, memory. */
  static async prepare(input: Input): Promise<Result<Racer>> {
    const { document } = input;
    const facts = inferGraph(document.graph, document.blocks);
    const device = await openRunDevice(input, facts);
    if (!device.ok) return device;
    const run = await prepareRun(device.value, facts, input);
    if (!run.ok) return run;
    const racer = new Racer(device.value, run.value, input);
    for (let i = 0; i < 2; i++) {
      const warm = await racer.lap(0);
      if (!warm.ok) return warm;
    }
    return ok(racer);
  }

  /** Steps of the next batches until this time is over, one call of the stepper at least. */
  async lap(forMs: number): Promise<Result<Lap>> {
    const { stepper } = this.#run;
    const began = performance.now();
    let steps = 0;
    let elapsedMs: number;
    do {
      const planned = Array.from({ length: stepper.stepsPerCall }, () => this.#next());
      await stepper.train(planned);
      steps += planned.length;
      elapsedMs = performance.now() - began;
    } while (elapsedMs < forMs);
    const fault = this.#device.fault?.() ?? null;
    if (fault !== null) return fail(fault);
    return ok({
      steps,
      elapsedMs,
      stepsPerEpoch: this.#batches.length,
      memoryBytes: this.#memoryBytes(),
    });
  }

  /** Whole batches only: a shorter one would need a graph and shaders of its own. */
  #next(): PlannedStep {
    const { training } = this.#run;
    const { document } = this.#input;
    const whole = this.#batches.filter(({ length }) => length === document.training.batchSize);
    const batches = whole.length > 0 ? whole : this.#batches;
    const step = this.#step++;
    return {
      rows: batches[step % batches.length] ?? new Uint32Array(),
      step,
      learningRate: training.learningRate(0, 0, document.training.epochs),
    };
  }

  /** The most that the process has held, and what lies on the graphics card. */
  #memoryBytes(): number {
    const memory = this.#device.tf.memory() as { readonly numBytesAllocatedInGPU?: number };
    return process.resourceUsage().maxRSS * 1024 + (memory.numBytesAllocatedInGPU ?? 0);
  }
}
