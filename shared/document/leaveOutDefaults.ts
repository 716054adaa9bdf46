import type { ParamTable, ParamValue, ParamValues } from '#shared/layers/params.ts';

/** Values without those that equal their default: what a document holds. Names that the table lacks stay. */
export function leaveOutDefaults(table: ParamTable, values: ParamValues): ParamValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        !Object.hasOwn(table, name) ||
        !sameValue(value, (table[name]?.default ?? null) as ParamValue),
    ),
  );
}

/** Whether two parameter values are equal, lists and parts entry by entry. */
function sameValue(a: ParamValue, b: ParamValue): boolean {
  return a === b || stable(a) === stable(b);
}

function stable(value: ParamValue): string {
  return JSON.stringify(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  );
}
