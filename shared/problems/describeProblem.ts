import type {
  Language,
  MessageText,
  Messages,
  Problem,
  ProblemValue,
} from '#shared/problems/problem.ts';

/**
 * The text of a problem in the reader's language, with its values filled in. A code without a text gives a plain
 * sentence that names the code: a missing text must not hide the problem.
 */
export function describeProblem(
  problem: Problem<unknown>,
  language: Language,
  messages: Messages,
): MessageText {
  const message = Object.hasOwn(messages, problem.code) ? messages[problem.code] : undefined;
  if (message === undefined) {
    return { sentence: withoutText(problem, language) };
  }
  const text = message[language];
  const fill = (template: string) => fillValues(template, problem.values, language);
  return {
    sentence: fill(text.sentence),
    ...(text.cause === undefined ? {} : { cause: fill(text.cause) }),
    ...(text.remedy === undefined ? {} : { remedy: fill(text.remedy) }),
  };
}

/** Puts values into the braces of a text: `{name}`. A name without a value stays as it is. */
export function fillValues(
  template: string,
  values: Problem['values'],
  language: Language,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? formatValue(values[name] ?? null, language) : whole,
  );
}

/** One value as a reader expects it: shapes as `26×26×32`, an unknown size as `?`, thousands with commas. */
export function formatValue(value: ProblemValue, language: Language): string {
  if (value === null) {
    return '?';
  }
  if (typeof value === 'number') {
    return formatNumber(value);
  }
  if (typeof value === 'boolean') {
    return (language === 'en' ? ['no', 'yes'] : ['否', '是'])[Number(value)] ?? '';
  }
  if (typeof value === 'string') {
    return value;
  }
  if (value.some((entry) => typeof entry === 'string')) {
    return value.map((entry) => formatValue(entry, language)).join(language === 'en' ? ', ' : '、');
  }
  if (value.length === 0) {
    return language === 'en' ? 'a single number' : '单个数';
  }
  return value.map((size) => (size === null ? '?' : String(size))).join('×');
}

function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return String(Math.abs(value))
      .replace(/\B(?=(\d{3})+$)/g, ',')
      .replace(/^/, value < 0 ? '−' : '');
  }
  return String(Number(value.toPrecision(6))).replace(/^-/, '−');
}

function withoutText(problem: Problem<unknown>, language: Language): string {
  const values = Object.entries(problem.values)
    .map(([name, value]) => `${name}: ${formatValue(value, language)}`)
    .join(', ');
  return language === 'en'
    ? `Something is wrong here (${problem.code}${values === '' ? '' : `; ${values}`}).`
    : `这里有一个问题（${problem.code}${values === '' ? '' : `；${values}`}）。`;
}
