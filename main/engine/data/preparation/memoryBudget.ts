import { totalmem } from 'node:os';

/** Prepared data that are kept in memory, bytes; what is beyond lies on disk while a model trains. */
export const memoryBudget: number = Math.min(4 * 2 ** 30, totalmem() / 4);
