/** An array and the part that its name says it belongs to; null: its name says nothing. */
export interface NamedPart {
  readonly base: string;
  readonly part: 'train' | 'validation' | 'test' | null;
}

const words = {
  train: 'train',
  training: 'train',
  val: 'validation',
  valid: 'validation',
} as const;
const parts: Readonly<Record<string, 'train' | 'validation' | 'test'>> = {
  ...words,
  validation: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
};

/** `x_train`, `train_x`, `Xtrain` are the part train of x. */
export function namedPart(name: string): NamedPart {
  const word = Object.keys(parts).join('|');
  const last = new RegExp(`^(.+?)[_.-]?(${word})$`, 'i').exec(name);
  const first = new RegExp(`^(${word})[_.-](.+)$`, 'i').exec(name);
  const [base, part] = last !== null ? [last[1], last[2]] : [first?.[2], first?.[1]];
  if (base === undefined || part === undefined) return { base: name, part: null };
  return { base, part: parts[part.toLowerCase()] ?? null };
}

/** Names that speak of what is to be predicted. */
export function isTargetName(name: string): boolean {
  return /^(y|t|labels?|targets?|class(es)?|outputs?)$/i.test(name);
}
