import { findMetric } from '#shared/training/metrics/index.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { readMetricKey } from '#renderer/training/runNumbers.ts';

/** Names a metric by its key, in the language the page is drawn in: `Accuracy`, `output: Accuracy`. */
export function useMetricName(): (key: string) => string {
  const language = useLanguage();
  return (key) => {
    const { output, kind } = readMetricKey(key);
    const metric = findMetric(kind);
    const name = (language === 'zh-CN' ? metric?.gloss : metric?.title) ?? kind;
    return output === null ? name : `${output}: ${name}`;
  };
}
