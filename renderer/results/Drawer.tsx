import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemsActions } from '#renderer/results/ProblemsActions.tsx';
import { ProblemsTab } from '#renderer/results/ProblemsTab.tsx';
import { SummaryActions } from '#renderer/results/SummaryActions.tsx';
import { SummaryTab } from '#renderer/results/SummaryTab.tsx';
import type { DrawerTab } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { CountBadge } from '#renderer/ui/CountBadge.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './Drawer.module.css';

const tabs: readonly DrawerTab[] = ['problems', 'code', 'summary'];
const leastHeightPx = 96;
const keyStepPx = 24;

interface DrawerProps {
  /** What the Code tab holds, and what stands at the right of the tabs with it. */
  readonly code: ReactNode;
  readonly codeActions: ReactNode;
}

/** The drawer under the canvas: Problems, Code and Summary. */
export function Drawer({ code, codeActions }: DrawerProps): ReactNode {
  const { t } = useTranslation('drawer');
  const { isOpen, tab, heightPx } = useStrata((state) => state.drawer);
  const setDrawer = useStrata((state) => state.setDrawer);
  const actions = { problems: <ProblemsActions />, code: codeActions, summary: <SummaryActions /> };
  const contents = { problems: <ProblemsTab />, code, summary: <SummaryTab /> };
  return (
    <div className={styles.drawer}>
      {isOpen && <Grip heightPx={heightPx} />}
      <div className={styles.bar}>
        <div role="tablist" aria-label={t('title')} className={styles.tabs}>
          {tabs.map((name) => (
            <Tab key={name} name={name} isSelected={isOpen && tab === name} />
          ))}
        </div>
        <div className={styles.actions}>
          {isOpen && actions[tab]}
          <IconButton
            label={isOpen ? t('close') : t('open')}
            size={26}
            onClick={() => {
              setDrawer({ isOpen: !isOpen });
            }}
          >
            {isOpen ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
          </IconButton>
        </div>
      </div>
      {isOpen && (
        <div
          role="tabpanel"
          id={`drawer-${tab}`}
          aria-labelledby={`drawer-tab-${tab}`}
          className={styles.content}
          style={{ height: heightPx }}
        >
          {contents[tab]}
        </div>
      )}
    </div>
  );
}

function Tab({
  name,
  isSelected,
}: {
  readonly name: DrawerTab;
  readonly isSelected: boolean;
}): ReactNode {
  const { t } = useTranslation('drawer');
  const setDrawer = useStrata((state) => state.setDrawer);
  const tab = useStrata((state) => state.drawer.tab);
  const problems = useStrata((state) => state.problems.length);
  const hasErrors = useStrata((state) =>
    state.problems.some(({ severity }) => severity === 'error'),
  );
  return (
    <button
      type="button"
      role="tab"
      id={`drawer-tab-${name}`}
      aria-selected={isSelected}
      aria-controls={`drawer-${name}`}
      tabIndex={tab === name ? 0 : -1}
      className={styles.tab}
      onClick={() => {
        setDrawer({ isOpen: true, tab: name });
      }}
      onKeyDown={(event) => {
        const change = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = tabs[(tabs.indexOf(name) + change + tabs.length) % tabs.length];
        if (change === 0 || next === undefined) return;
        event.preventDefault();
        setDrawer({ isOpen: true, tab: next });
        document.getElementById(`drawer-tab-${next}`)?.focus();
      }}
    >
      {t(`tabs.${name}`)}
      {name === 'problems' && (
        <CountBadge tone={hasErrors ? 'danger' : problems > 0 ? 'warn' : 'plain'}>
          {problems}
        </CountBadge>
      )}
    </button>
  );
}

/** The drawer's upper edge: drag it, or move it with the arrow keys. */
function Grip({ heightPx }: { readonly heightPx: number }): ReactNode {
  const { t } = useTranslation('drawer');
  const setDrawer = useStrata((state) => state.setDrawer);
  const startRef = useRef<{ readonly y: number; readonly heightPx: number } | null>(null);
  const setHeight = (next: number): void => {
    const most = Math.round(window.innerHeight * 0.65);
    setDrawer({ heightPx: Math.min(most, Math.max(leastHeightPx, Math.round(next))) });
  };
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('resize')}
      aria-valuenow={heightPx}
      aria-valuemin={leastHeightPx}
      tabIndex={0}
      className={styles.grip}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        startRef.current = { y: event.clientY, heightPx };
      }}
      onPointerMove={(event) => {
        const start = startRef.current;
        if (start !== null) setHeight(start.heightPx + start.y - event.clientY);
      }}
      onPointerUp={() => {
        startRef.current = null;
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        setHeight(heightPx + (event.key === 'ArrowUp' ? keyStepPx : -keyStepPx));
      }}
    />
  );
}
