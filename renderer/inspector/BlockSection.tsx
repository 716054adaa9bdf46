import { Button, Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '#shared/graph/facts.ts';
import { freeName } from '#shared/graph/queries.ts';
import { referenceOf } from '#shared/graph/resolveParams.ts';
import type { Param, ParamTable } from '#shared/layers/params.ts';
import { useParamLabel } from '#renderer/parts/forms/useParamLabel.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

/**
 * Inside a block: which of a node's parameters the instances of the block set. Others are made so from a menu; a parameter of the
 * block that has the same name and type is shared.
 */
export function BlockSection({
  facts,
  table,
}: {
  readonly facts: NodeFacts;
  readonly table: ParamTable;
}): ReactNode {
  const { t } = useTranslation('inspector');
  const block = useStrata((state) => state.sheet.block);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const label = useParamLabel();
  const { node } = facts;
  if (block === null) return null;
  const exposed = Object.entries(node.params).flatMap(([param, value]) => {
    const name = referenceOf(value);
    return name === null ? [] : [{ param, name }];
  });
  const others = Object.entries(table).filter(
    ([param]) => !exposed.some((each) => each.param === param),
  );
  if (others.length === 0 && exposed.length === 0) return null;
  const nameFor = (param: string, own: Param): string => {
    const known = block.params[param];
    const taken = new Set(Object.keys(block.params));
    return known === undefined || known.type === own.type ? param : freeName(taken, param);
  };
  return (
    <Section
      title={t('block.params')}
      value={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<Plus size={14} strokeWidth={1.75} aria-hidden />}
              disabled={isReadOnly || others.length === 0}
            >
              {t('block.expose')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(([param, own]) => (
              <Menu.Item
                key={param}
                onClick={() => {
                  const as = nameFor(param, own);
                  edit({ type: 'exposeParam', block: block.id, node: node.id, param, as });
                }}
              >
                {label(param)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      {exposed.length === 0 && <p className={styles.hint}>{t('block.noneExposed')}</p>}
      <ul className={styles.list}>
        {exposed.map(({ param, name }) => (
          <li key={param} className={styles.exposed}>
            <span>{label(param)}</span>
            <Button
              variant="subtle"
              size="compact-xs"
              disabled={isReadOnly}
              onClick={() => {
                edit({ type: 'fixParam', block: block.id, name });
              }}
            >
              {t('block.fix')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
