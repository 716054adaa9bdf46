/** When training ends before its last epoch. */
export interface StoppingRule {
  /** Whether a smaller value is better, as with a loss. */
  readonly isSmallerBetter: boolean;
  /** The smallest change that counts as better. */
  readonly minDelta: number;
  /** Epochs without a better value before training ends. */
  readonly patienceEpochs: number;
}

/** Watches one value over the epochs. */
export class EarlyStopping {
  readonly #rule: StoppingRule;
  #best: number | null = null;
  #epochsWithoutBetter = 0;

  constructor(rule: StoppingRule) {
    this.#rule = rule;
  }

  /** Takes in an epoch's value; answers whether it is the best so far. */
  isBest(value: number): boolean {
    const { isSmallerBetter, minDelta } = this.#rule;
    const gain = this.#best === null ? Infinity : (this.#best - value) * (isSmallerBetter ? 1 : -1);
    if (gain <= minDelta) {
      this.#epochsWithoutBetter++;
      return false;
    }
    this.#best = value;
    this.#epochsWithoutBetter = 0;
    return true;
  }

  /** True when the patience is used up. */
  get isOver(): boolean {
    return this.#epochsWithoutBetter > 0 && this.#epochsWithoutBetter >= this.#rule.patienceEpochs;
  }
}
