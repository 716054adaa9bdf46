import { Button } from '@mantine/core';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataFinding, DataFix } from '#shared/data/checkData/dataCheck.ts';
import { checkData } from '#shared/data/checkData/index.ts';
import type { PreviewRows } from '#shared/data/report.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { chunkRows, usePreview, type LoadedRows } from '#renderer/data/previewState.ts';
import { recipeEdit } from '#renderer/data/recipeEdits.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './Checks.module.css';
import words from './words.module.css';

/** Findings that are listed before the rest is asked for. */
const mostListed = 8;

/** What is odd about the data and what the recipe takes care of, with what can be done. */
export function Checks(): ReactNode {
  const { t } = useTranslation('data');
  const findings = useFindings();
  const [isWhole, setIsWhole] = useState(false);
  if (findings === null) return null;
  const listed = isWhole ? findings : findings.slice(0, mostListed);
  return (
    <section className={styles.checks} aria-labelledby="data-checks">
      <h3 className={words.subtitle} id="data-checks">
        {t('checks')}
      </h3>
      {findings.length === 0 && <p className={words.note}>{t('checksNone')}</p>}
      <ul className={styles.checkItems}>
        {listed.map((finding, index) => (
          <Finding key={`${finding.problem.code} ${index}`} finding={finding} />
        ))}
      </ul>
      {listed.length < findings.length && (
        <Button
          variant="subtle"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {t('checksMore', { count: findings.length - listed.length })}
        </Button>
      )}
    </section>
  );
}

/** What reading found first, then what the checks say; null: nothing is known yet. */
function useFindings(): readonly DataFinding[] | null {
  const recipe = useStrata((state) => state.document.data);
  const before = usePreview((state) => state.recipe?.before ?? null);
  const { report } = useReport();
  const sample = useMemo(() => sampleOf(before), [before]);
  return useMemo(() => {
    if (report === null) return null;
    const read = report.problems.map((problem): DataFinding => {
      const { code, severity, place, values } = problem;
      return {
        handled: false,
        problem: { code, severity, ...(place === undefined ? {} : { place }), values },
      };
    });
    return [...read, ...checkData(recipe, report, sample)];
  }, [recipe, report, sample]);
}

/** The first rows, as far as they came without a gap. */
function sampleOf(loaded: LoadedRows | null): PreviewRows | null {
  if (loaded === null) return null;
  const rows = [];
  for (let row = 0; row < chunkRows; row += 1) {
    const cells = loaded.rows.get(row);
    if (cells === undefined) break;
    rows.push(cells);
  }
  return rows.length === 0 ? null : { from: 0, names: loaded.names, rows };
}

const icons = { ok: CircleCheck, warning: TriangleAlert, error: CircleAlert };

function Finding({ finding: { handled, problem } }: { readonly finding: DataFinding }): ReactNode {
  const { t } = useTranslation('data');
  const describe = useDescribe();
  const joined = useJoined();
  const { sentence, cause, remedy } = describe(problem);
  const tone = handled ? 'ok' : problem.severity;
  const Icon = icons[tone];
  const feature = /^data\.features\.(.+)$/.exec(problem.place?.param ?? '')?.[1];
  return (
    <li className={styles.check} data-tone={tone}>
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <p className={styles.checkTitle}>
        <span className="visually-hidden">{t(`checksTone.${tone}`)}</span>
        {feature === undefined ? (
          withoutStop(sentence)
        ) : (
          <button
            type="button"
            className={styles.checkPlace}
            onClick={() => {
              useDataState.setState({ column: feature });
            }}
          >
            {withoutStop(sentence)}
          </button>
        )}
      </p>
      <p className={styles.checkText}>{joined([cause, remedy])}</p>
      {problem.fixes !== undefined && problem.fixes.length > 0 && <Fixes fixes={problem.fixes} />}
    </li>
  );
}

/** A title has no full stop. */
function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}

function Fixes({ fixes }: { readonly fixes: readonly DataFix[] }): ReactNode {
  const localText = useLocalText();
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  if (isReadOnly) return null;
  return (
    <p className={styles.checkFixes}>
      {fixes.map((fix) => (
        <button
          key={fix.title.en}
          type="button"
          className={styles.checkFix}
          onClick={() => {
            edit(recipeEdit(fix.title, fix.data));
          }}
        >
          {localText(fix.title)}
        </button>
      ))}
    </p>
  );
}
