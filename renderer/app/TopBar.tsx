import { ChartLine, Check, CircleCheck, Package, Table2, Workflow } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import { CountBadge } from '#renderer/ui/CountBadge.tsx';
import { AppMenu } from '#renderer/app/AppMenu.tsx';
import { DeviceChip } from '#renderer/app/DeviceChip.tsx';
import { DocumentName } from '#renderer/app/DocumentName.tsx';
import { TrainButton } from '#renderer/app/TrainButton.tsx';
import classes from './TopBar.module.css';

/** The bar above everything: menu, document, steps, device, and the one button that matters now. */
export function TopBar() {
  return (
    <header className={classes.bar} data-region="topbar">
      <div className={classes.left}>
        <AppMenu />
        <DocumentName />
        <SavedState />
      </div>
      <Steps />
      <div className={classes.right}>
        <DeviceChip />
        <TrainButton />
      </div>
    </header>
  );
}

function SavedState() {
  const { t } = useTranslation('app');
  const isDirty = useStrata((state) => state.isDirty);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const hasFile = useStrata((state) => state.path !== null);
  if (isReadOnly) return <span className={classes.state}>{t('state.readOnly')}</span>;
  if (isDirty || !hasFile) {
    return (
      <span className={classes.state}>
        <i className={classes.dot} aria-hidden />
        {t(isDirty ? 'state.edited' : 'state.notSaved')}
      </span>
    );
  }
  return (
    <span className={classes.state}>
      <Check size={14} strokeWidth={1.75} aria-hidden />
      {t('state.saved')}
    </span>
  );
}

function Steps() {
  const { t } = useTranslation('app');
  const step = useStrata((state) => state.step);
  const isExporting = useStrata((state) => state.dialog === 'export');
  const isLive = useStrata((state) => state.live !== null);
  const errorCount = useStrata(
    (state) => state.problems.filter(({ severity }) => severity === 'error').length,
  );
  const hasData = useStrata(
    (state) =>
      state.document.data.source !== null &&
      !state.problems.some(
        ({ code, severity }) => severity === 'error' && code.startsWith('data.'),
      ),
  );
  const hasNetwork = useStrata(
    ({ document, problems }) =>
      document.graph.nodes.length > 0 && !problems.some(({ severity }) => severity === 'error'),
  );
  const setStep = useStrata((state) => state.setStep);
  const openDialog = useStrata((state) => state.openDialog);
  return (
    <nav className={classes.steps} aria-label={t('steps')}>
      <Step
        icon={<StepIcon icon={Table2} isDone={hasData && step !== 'data'} />}
        title={t('step.data')}
        isCurrent={step === 'data' && !isExporting}
        badge={null}
        onClick={() => {
          setStep('data');
        }}
      />
      <Step
        icon={<StepIcon icon={Workflow} isDone={hasNetwork && step !== 'design'} />}
        title={t('step.design')}
        isCurrent={step === 'design' && !isExporting}
        badge={errorCount > 0 ? <ProblemBadge count={errorCount} /> : null}
        onClick={() => {
          setStep('design');
        }}
      />
      <Step
        icon={<ChartLine size={16} strokeWidth={1.75} aria-hidden />}
        title={t('step.train')}
        isCurrent={step === 'train' && !isExporting}
        badge={isLive ? <i className={classes.liveDot} aria-hidden /> : null}
        onClick={() => {
          setStep('train');
        }}
      />
      <Step
        icon={<Package size={16} strokeWidth={1.75} aria-hidden />}
        title={t('step.export')}
        isCurrent={isExporting}
        badge={null}
        onClick={() => {
          openDialog('export');
        }}
      />
    </nav>
  );
}

/** The sign of a step, or a tick where nothing stands in its way any more. */
function StepIcon({ icon: Icon, isDone }: { readonly icon: LucideIcon; readonly isDone: boolean }) {
  return isDone ? (
    <CircleCheck className={classes.done} size={16} strokeWidth={1.75} aria-hidden />
  ) : (
    <Icon size={16} strokeWidth={1.75} aria-hidden />
  );
}

function ProblemBadge({ count }: { readonly count: number }) {
  const { t } = useTranslation('app');
  return (
    <>
      <i aria-hidden className={classes.badge}>
        <CountBadge tone="danger">{count}</CountBadge>
      </i>
      <b className="visually-hidden">{t('live.problems', { count })}</b>
    </>
  );
}

function Step({
  icon,
  title,
  isCurrent,
  badge,
  onClick,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly isCurrent: boolean;
  readonly badge: ReactNode;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={classes.step}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={onClick}
    >
      {icon}
      <span>{title}</span>
      {badge}
    </button>
  );
}
