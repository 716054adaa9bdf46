import type { JsonValue } from '#shared/data/catalogue.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** Names of what steps learn; others are shown as they are. */
const names: Readonly<Record<string, LocalText>> = {
  vocabulary: { en: 'vocabulary', 'zh-CN': '词表' },
  merges: { en: 'merges', 'zh-CN': '合并规则' },
  rows: { en: 'rows', 'zh-CN': '样本行' },
  means: { en: 'means', 'zh-CN': '均值' },
  deviations: { en: 'deviations', 'zh-CN': '标准差' },
  names: { en: 'names', 'zh-CN': '类别' },
  shares: { en: 'shares', 'zh-CN': '占比' },
};

/** Numbers that are written out; of more only how many there are. */
const written = 4;

/** What a step has learned as one short line: `29.84`, `29.84, 13.2`, `412 entries`, `vocabulary 412 entries`. */
export function learnedText(value: JsonValue): LocalText {
  return { en: textIn('en', value), 'zh-CN': textIn('zh-CN', value) };
}

function textIn(language: keyof LocalText, value: JsonValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return listText(language, value as readonly JsonValue[]);
  return Object.entries(value as Readonly<Record<string, JsonValue>>)
    .map(([name, each]) => `${names[name]?.[language] ?? name} ${textIn(language, each)}`.trim())
    .join(language === 'en' ? ', ' : '，');
}

function listText(language: keyof LocalText, values: readonly JsonValue[]): string {
  const flat = (values as readonly unknown[]).flat(Infinity) as readonly JsonValue[];
  if (flat.length > written || flat.some((each) => typeof each === 'object' && each !== null)) {
    const count = values.length.toLocaleString('en-US');
    return language === 'en' ? `${count} entries` : `${count} 项`;
  }
  return flat.map((each) => textIn(language, each)).join(', ');
}

/** Four figures are enough to recognise a value by. */
function numberText(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-3))
    return value.toExponential(3);
  return String(Number(value.toPrecision(4)));
}
