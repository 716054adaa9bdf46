/** A layer, or one value of a parameter of it, that trains op by op on native devices. */
interface FallsBack {
  /** `kind`, or `kind, parameter value`. */
  readonly what: string;
  /** As the run's log has it. */
  readonly reason: string;
}

/**
 * What of the catalogue cannot be recorded, with the reason; a test goes through every layer and parameter and finds exactly
 * this. Nothing does at present: what would is a layer that reads values or draws random numbers in JavaScript, that changes
 * from one recording to the next, or that computes with text. Other paths are slower, not unrecorded: recurrent layers with
 * dropout, a mask, no bias or other activations are recorded with tfjs's own cell, about 20 ops a step.
 */
export const fallsBack: readonly FallsBack[] = [];
