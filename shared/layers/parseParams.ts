import type { ParamPatch } from '#shared/layers/defineLayer.ts';
import type {
  Param,
  ParamTable,
  ParamValue,
  ParamValues,
  PartParam,
  PartValue,
} from '#shared/layers/params.ts';
import { findPart, partCatalogues } from '#shared/layers/partCatalogues.ts';
import type { Problem, ProblemValue } from '#shared/problems/problem.ts';

/** Complete valid values, and what was wrong with those that were given. */
export interface ParsedParams {
  readonly values: ParamValues;
  readonly problems: readonly Problem<ParamPatch>[];
}

type Fault = Omit<Problem<ParamPatch>, 'severity'>;
type Parsed = { readonly value: ParamValue } | { readonly fault: Fault };

/**
 * Reads a document's values by their table. An absent value becomes its default, silently; an invalid one becomes its
 * default with an error (`params.wrongType`, `params.tooSmall`, `params.tooLarge`, `params.notAChoice`,
 * `params.wrongLength`); a name that the table lacks is a warning (`params.unknown`) and left out.
 * `place.param` of each problem names the parameter.
 */
export function parseParams(table: ParamTable, values: ParamValues): ParsedParams {
  const complete: Record<string, ParamValue> = {};
  const problems: Problem<ParamPatch>[] = [];
  for (const [name, param] of Object.entries(table)) {
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    if (given === undefined) {
      complete[name] = param.default;
      continue;
    }
    const parsed = parseValue(name, param, given);
    complete[name] = 'value' in parsed ? parsed.value : param.default;
    if ('fault' in parsed) problems.push(asError(name, parsed.fault));
  }
  for (const name of Object.keys(values)) {
    if (Object.hasOwn(table, name)) continue;
    problems.push({
      code: 'params.unknown',
      severity: 'warning',
      place: { param: name },
      values: { param: name },
    });
  }
  return { values: complete, problems };
}

function asError(name: string, fault: Fault): Problem<ParamPatch> {
  return { ...fault, severity: 'error', place: { param: name } };
}

function parseValue(name: string, param: Param, value: ParamValue): Parsed {
  if (value === null && param.optional) return { value };
  switch (param.type) {
    case 'integer':
    case 'number':
      return typeof value === 'number' &&
        Number.isFinite(value) &&
        (param.type === 'number' || Number.isInteger(value))
        ? inRange(name, param, value, value)
        : wrongType(name, param, value);
    case 'boolean':
      return typeof value === 'boolean' ? { value } : wrongType(name, param, value);
    case 'text':
      return typeof value === 'string' ? { value } : wrongType(name, param, value);
    case 'choice':
      return typeof value === 'string' && param.choices.includes(value)
        ? { value }
        : fault('params.notAChoice', name, param, value, { choices: param.choices.join(', ') });
    case 'integers':
      return parseIntegers(name, param, value);
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return parsePart(name, param, value);
  }
}

function isIntegers(value: ParamValue): value is readonly (number | null)[] {
  return (
    Array.isArray(value) && value.every((entry) => entry === null || Number.isSafeInteger(entry))
  );
}

function parseIntegers(
  name: string,
  param: Param & { readonly type: 'integers' },
  value: ParamValue,
): Parsed {
  if (!isIntegers(value)) return wrongType(name, param, value);
  if (!param.holes && value.includes(null)) return wrongType(name, param, value);
  if (param.length !== undefined && value.length !== param.length) {
    return fault('params.wrongLength', name, param, value, {
      count: value.length,
      expected: param.length,
    });
  }
  for (const entry of value) {
    const parsed = entry === null ? { value } : inRange(name, param, entry, value);
    if ('fault' in parsed) return parsed;
  }
  return { value };
}

function inRange(
  name: string,
  param: Param & { readonly type: 'integer' | 'number' | 'integers' },
  number: number,
  value: ParamValue,
): Parsed {
  if (param.min !== undefined && number < param.min) {
    return fault('params.tooSmall', name, param, value, { value: number, min: param.min });
  }
  if (param.max !== undefined && number > param.max) {
    return fault('params.tooLarge', name, param, value, { value: number, max: param.max });
  }
  return { value };
}

function isPartValue(value: ParamValue): value is PartValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'kind' in value;
}

function parsePart(name: string, param: PartParam, value: ParamValue): Parsed {
  if (!isPartValue(value)) return wrongType(name, param, value);
  const definition = findPart(param.type, value);
  if (!definition) {
    const choices = partCatalogues[param.type].parts.map((part) => part.kind).join(', ');
    return fault('params.notAChoice', name, param, value.kind, { choices });
  }
  const { kind, ...given } = value;
  const args = parseParams(definition.params, given);
  const bad = args.problems.find((problem) => problem.severity === 'error');
  if (bad) {
    return {
      fault: { ...bad, values: { ...bad.values, param: `${name}.${bad.place?.param ?? ''}` } },
    };
  }
  // Only what was given is kept, so that a document does not grow by defaults.
  const known = Object.entries(given).filter(([key]) => Object.hasOwn(definition.params, key));
  return { value: { ...Object.fromEntries(known), kind } };
}

const expectations: Readonly<Record<Param['type'], { readonly en: string; readonly zh: string }>> =
  {
    integer: { en: 'a whole number', zh: '一个整数' },
    number: { en: 'a number', zh: '一个数' },
    boolean: { en: 'yes or no', zh: '“是”或“否”' },
    text: { en: 'text', zh: '文本' },
    choice: { en: 'one of its choices', zh: '可选值之一' },
    integers: { en: 'a list of whole numbers', zh: '一组整数' },
    initializer: { en: 'an initializer', zh: '一个初始化器' },
    regularizer: { en: 'a regularizer', zh: '一个正则化器' },
    constraint: { en: 'a constraint', zh: '一个约束' },
  };

function wrongType(name: string, param: Param, value: ParamValue): Parsed {
  const expected = expectations[param.type];
  return fault('params.wrongType', name, param, value, {
    expected: expected.en,
    expectedChinese: expected.zh,
  });
}

function fault(
  code: string,
  name: string,
  param: Param,
  value: ParamValue,
  more: Readonly<Record<string, ProblemValue>>,
): Parsed {
  const shown = JSON.stringify(param.default);
  return {
    fault: {
      code,
      values: {
        param: name,
        value: asProblemValue(value),
        used: asProblemValue(param.default),
        ...more,
      },
      fixes: [
        {
          title: { en: `Set ${name} to ${shown}`, 'zh-CN': `把 ${name} 设为 ${shown}` },
          params: { [name]: param.default },
        },
      ],
    },
  };
}

/** Values of any shape as a text may show them; documents can hold anything. */
function asProblemValue(value: ParamValue): ProblemValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isIntegers(value)) return value;
  return isPartValue(value) ? value.kind : JSON.stringify(value).slice(0, 60);
}
