import { Button } from '@mantine/core';
import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataSource } from '#shared/data/data.ts';
import { withSourceParam } from '#shared/data/partFeature.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { ParamForm } from '#renderer/parts/forms/ParamForm.tsx';
import { useDataState } from '#renderer/data/dataState.ts';
import { More } from '#renderer/data/More.tsx';
import { recipeEdit } from '#renderer/data/recipeEdits.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './SourceSettings.module.css';
import words from './words.module.css';

/** How the source in hand is read: encoding, sizes, where its test part lies. */
export function SourceSettings({ source }: { readonly source: DataSource }): ReactNode {
  const { t } = useTranslation('data');
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const definition = findSource(source.kind);
  if (definition === undefined || Object.keys(definition.params).length === 0) return null;
  if (source.kind === 'drawings') {
    return (
      <li className={styles.sourceSettings}>
        <Button
          variant="subtle"
          className={words.link ?? ''}
          leftSection={<PencilLine size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            useDataState.setState({ isDrawing: true });
          }}
        >
          {t('drawMore')}
        </Button>
      </li>
    );
  }
  const needs = definition.missing({ ...defaults(definition.params), ...source.params } as never);
  return (
    <li className={styles.sourceSettings}>
      <More title={t('sourceSettings')} isOpen={needs.length > 0}>
        <div className={styles.params} data-param="source">
          <ParamForm
            table={definition.params}
            values={source.params}
            isDisabled={isReadOnly}
            onChange={(name, value) => {
              if (value !== null && typeof value === 'object') return;
              edit(
                recipeEdit(
                  { en: 'Change how data are read', 'zh-CN': '修改读取方式' },
                  withSourceParam(recipe, name, value),
                ),
                { merge: `source ${name}` },
              );
            }}
          />
        </div>
      </More>
    </li>
  );
}

function defaults(
  params: Readonly<Record<string, { readonly default: unknown }>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, param.default]));
}
