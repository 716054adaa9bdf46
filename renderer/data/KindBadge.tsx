import {
  AudioLines,
  BoxSelect,
  CalendarDays,
  Hash,
  Image,
  Rows3,
  Target,
  TextQuote,
  CaseUpper,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Feature, FeatureKind } from '#shared/data/feature.ts';
import styles from './KindBadge.module.css';

const icons: Readonly<Record<FeatureKind, LucideIcon>> = {
  number: Hash,
  category: CaseUpper,
  text: TextQuote,
  date: CalendarDays,
  image: Image,
  audio: AudioLines,
  sequence: Rows3,
  boxes: BoxSelect,
};

function inKind(kind: FeatureKind): CSSProperties {
  return { '--kind': `var(--kind-${kind})` } as CSSProperties;
}

/** What a feature is, as a small sign; a target has the target's. */
export function KindBadge({
  feature,
  isPlain = false,
}: {
  readonly feature: Pick<Feature, 'kind' | 'role'>;
  /** True: the kind's sign for a target too, beside its word. */
  readonly isPlain?: boolean;
}): ReactNode {
  const { t } = useTranslation('data');
  const isTarget = feature.role === 'target' && !isPlain;
  const Icon = isTarget ? Target : icons[feature.kind];
  return (
    <span
      className={styles.kind}
      style={isTarget ? { color: 'var(--accent)' } : inKind(feature.kind)}
      {...(isPlain
        ? { 'aria-hidden': true }
        : {
            role: 'img',
            'aria-label': isTarget ? t('roles.target') : t(`kinds.${feature.kind}`),
          })}
    >
      {feature.kind === 'category' && !isTarget ? (
        <b aria-hidden>A</b>
      ) : (
        <Icon size={isTarget ? 16 : 11} strokeWidth={isTarget ? 1.75 : 2.5} aria-hidden />
      )}
    </span>
  );
}
