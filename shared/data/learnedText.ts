import type { JsonValue } from '#shared/data/catalogue.ts';

/** What a step has learned as one short line: `29.84`, `mean 29.84, deviation 13.2`, `412 entries`. Not translated. */
export function learnedText(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return listText(value as readonly JsonValue[]);
  return Object.entries(value as Readonly<Record<string, JsonValue>>)
    .map(([name, each]) => `${name} ${learnedText(each)}`.trim())
    .join(', ');
}

function listText(values: readonly JsonValue[]): string {
  if (values.length > 4 || values.some((each) => typeof each === 'object')) {
    return `${values.length.toLocaleString('en-US')} entries`;
  }
  return values.map(learnedText).join(', ');
}

/** Four figures are enough to recognise a value by. */
function numberText(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3))
    return value.toExponential(3);
  return String(Number(value.toPrecision(4)));
}
