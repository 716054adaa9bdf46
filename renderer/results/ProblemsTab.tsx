import { CircleAlert, CircleCheck, Clock3, Scan, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#shared/graph/graph.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { FixCard } from '#renderer/results/FixCard.tsx';
import { problemInHand } from '#renderer/store/problemInHand.ts';
import type { DocumentProblem } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './ProblemsTab.module.css';

/** Everything that stands in the way, each with its cause and with repairs that can be tried by pointing at them. */
export function ProblemsTab(): ReactNode {
  const { t } = useTranslation('drawer');
  const problems = useStrata((state) => state.problems);
  const inHand = useStrata(problemInHand);
  const previewEdit = useStrata((state) => state.previewEdit);
  useEffect(
    () => () => {
      previewEdit(null);
    },
    [previewEdit],
  );
  if (problems.length === 0) {
    return (
      <p className={styles.none}>
        <CircleCheck size={17} strokeWidth={1.75} />
        {t('noProblems')}
      </p>
    );
  }
  return (
    <ol className={styles.problems}>
      {problems.map((problem, index) => (
        <ProblemRow key={index} problem={problem} isInHand={problem === inHand} />
      ))}
    </ol>
  );
}

interface ProblemRowProps {
  readonly problem: DocumentProblem;
  readonly isInHand: boolean;
}

function ProblemRow({ problem, isInHand }: ProblemRowProps): ReactNode {
  const { t } = useTranslation('drawer');
  const describe = useDescribe();
  const joined = useJoined();
  const revealPlace = useStrata((state) => state.revealPlace);
  const setStep = useStrata((state) => state.setStep);
  const revealCount = useStrata((state) => state.reveal?.count);
  const rowRef = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // From its first line on: the sentence matters more than the end of the cards.
    if (isInHand) rowRef.current?.scrollIntoView({ block: 'start' });
  }, [isInHand, revealCount]);
  const { sentence, cause, remedy } = describe(problem);
  const isError = problem.severity === 'error';
  const show = (): void => {
    if (problem.place?.node !== undefined) revealPlace(problem.place);
    else if (problem.code.startsWith('data.')) setStep('data');
    else if (problem.code.startsWith('training.')) setStep('train');
  };
  const fixes = problem.fixes ?? [];
  return (
    <li ref={rowRef} className={styles.problem} data-severity={problem.severity}>
      {isError ? (
        <CircleAlert size={17} strokeWidth={1.75} aria-label={t('error')} />
      ) : (
        <TriangleAlert size={17} strokeWidth={1.75} aria-label={t('warning')} />
      )}
      <div className={styles.words}>
        <h3 className={styles.sentence}>{sentence}</h3>
        {(cause ?? remedy) !== undefined && (
          <p className={styles.cause}>{joined([cause, remedy])}</p>
        )}
        <Waiting node={problem.place?.node} />
      </div>
      <button type="button" className={styles.show} onClick={show}>
        <Scan size={14} />
        {t('show')}
      </button>
      {fixes.length > 0 && (isInHand || fixes.length === 1) && (
        <div className={styles.fixes}>
          {fixes.slice(0, 3).map((fix, index) => (
            <FixCard
              key={index}
              fix={fix}
              node={problem.place?.node}
              number={isInHand ? index + 1 : null}
              isRecommended={fix.recommended ?? false}
            />
          ))}
        </div>
      )}
    </li>
  );
}

/** The layers that only wait for this one: named, not counted. */
function Waiting({ node }: { readonly node: string | undefined }): ReactNode {
  const { t } = useTranslation('drawer');
  const nodes = useStrata((state) => state.facts.nodes);
  if (node === undefined) return null;
  const names = [...nodes.values()]
    .filter((facts) => facts.waitsFor.includes(node as NodeId))
    .map((facts) => facts.node.name);
  if (names.length === 0) return null;
  return (
    <p className={styles.waiting}>
      <Clock3 size={12} />
      {t('waitingFor', { count: names.length, names: names.join(t('listSeparator')) })}
    </p>
  );
}
