import { Menu } from '@mantine/core';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureRole } from '#shared/data/data.ts';
import type { Feature, FeatureKind } from '#shared/data/feature.ts';
import type { Edit } from '#shared/document/edit.ts';
import { canCorrect } from '#renderer/data/columns.ts';
import { KindBadge } from '#renderer/data/KindBadge.tsx';
import { setKind, setRole } from '#renderer/data/recipeEdits.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './ColumnMenu.module.css';

const roles: readonly FeatureRole[] = ['input', 'target', 'ignored', 'group', 'weight'];
/** Kinds that one column of text or numbers can be taken for. */
const tableKinds: readonly FeatureKind[] = ['number', 'category', 'text', 'date', 'image', 'audio'];

const check = <Check size={14} strokeWidth={1.75} aria-hidden />;

/** What a column is used for and taken for. */
export function ColumnMenu({ feature }: { readonly feature: Feature }): ReactNode {
  const { t } = useTranslation('data');
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const { report } = useReport();
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  if (!canCorrect(recipe)) return null;
  const make = (change: Edit): void => {
    edit(change);
  };
  const hasKinds = tableKinds.includes(feature.kind) && (feature.shape?.length ?? 0) === 0;
  return (
    <Menu position="bottom-end" alignItemsLabels="all">
      <Menu.Target>
        <button
          type="button"
          className={styles.columnMenu}
          aria-label={t('columnMenu', { name: feature.name })}
          disabled={isReadOnly}
        >
          <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('role')}</Menu.Label>
        {roles.map((role) => (
          <Menu.RadioItem
            key={role}
            value={role}
            checked={feature.role === role}
            checkIcon={check}
            closeMenuOnClick
            onChange={() => {
              if (role !== feature.role) make(setRole({ recipe, report }, feature.name, role));
            }}
          >
            {t(`roles.${role}`)}
          </Menu.RadioItem>
        ))}
        {hasKinds && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('kind')}</Menu.Label>
            {tableKinds.map((kind) => (
              <Menu.RadioItem
                key={kind}
                value={kind}
                checked={feature.kind === kind}
                checkIcon={check}
                closeMenuOnClick
                onChange={() => {
                  if (kind !== feature.kind) make(setKind({ recipe, report }, feature.name, kind));
                }}
              >
                <span className={styles.kindChoice}>
                  <KindBadge feature={{ kind, role: 'input' }} isPlain />
                  {t(`kinds.${kind}`)}
                </span>
              </Menu.RadioItem>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
