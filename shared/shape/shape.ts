/**
 * The shape of ONE example, without the batch axis: `[28, 28, 1]` is an image of 28×28 pixels and one
 * channel. `null` is a size that is known only when data flows (a sequence's length).
 * tfjs and Keras put the batch axis before it; only calls and printers do so here.
 */
export type Shape = readonly (number | null)[];
