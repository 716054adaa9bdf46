import { Button, MultiSelect } from '@mantine/core';
import { useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { inputShape } from '#shared/data/joinFeatures.ts';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

/** Which features of the data enter here, or which one an output is compared with. */
export function InputBinding({
  id,
  role = 'inputs',
}: {
  readonly id: NodeId;
  readonly role?: 'inputs' | 'outputs';
}): ReactNode {
  const { t } = useTranslation('inspector');
  const data = useStrata((state) => state.document.data);
  const features = useMemo(() => prepareFeatures(data).features, [data]);
  if (data.source === null) {
    return (
      <Section title={t('data')}>
        <p className={styles.hint}>{t('noData')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('data')}>
      <div data-param="binding">
        {role === 'inputs' ? (
          <Inputs id={id} data={data} features={features} />
        ) : (
          <Output id={id} data={data} features={features} />
        )}
      </div>
    </Section>
  );
}

interface BindingProps {
  readonly id: NodeId;
  readonly data: DataRecipe;
  /** After the steps. */
  readonly features: readonly Feature[];
}

/** Names that the list offers at once; others are found by typing. */
const mostOffered = 200;

/** Several features are joined to one row of numbers. */
function Inputs({ id, data, features }: BindingProps): ReactNode {
  const { t } = useTranslation('inspector');
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const fieldId = useId();
  const bound = data.bindings.inputs[id] ?? [];
  const offered = features.filter(({ role }) => role !== 'ignored').map(({ name }) => name);
  const known = features.filter(({ name }) => bound.includes(name));
  const shape = inputShape(known, data.windows);
  const inputs = features.filter(({ role }) => role === 'input').map(({ name }) => name);
  const isAll = inputs.length === bound.length && inputs.every((name) => bound.includes(name));
  const bind = (names: readonly string[]): void => {
    const rest = Object.fromEntries(
      Object.entries(data.bindings.inputs).filter(([node]) => node !== id),
    );
    edit({
      type: 'setData',
      data: {
        bindings: {
          ...data.bindings,
          inputs: names.length === 0 ? rest : { ...rest, [id]: names },
        },
      },
    });
  };
  return (
    <Field
      label={t('fedBy')}
      htmlFor={fieldId}
      isStacked
      help={shape === null ? undefined : t('boundShape', { shape: shapeText(shape) })}
    >
      <MultiSelect
        id={fieldId}
        className={styles.binding ?? ''}
        size="xs"
        data={[...new Set([...offered, ...bound])]}
        value={[...bound]}
        placeholder={bound.length === 0 ? t('nothingBound') : ''}
        error={known.length !== bound.length || bound.length === 0}
        disabled={isReadOnly}
        searchable
        hidePickedOptions
        limit={mostOffered}
        nothingFoundMessage={t('noFeature')}
        onChange={(names) => {
          // In the order of the data, so that the same choice gives the same network.
          bind([...new Set([...offered, ...bound])].filter((name) => names.includes(name)));
        }}
      />
      {inputs.length > 1 && !isAll && !isReadOnly && (
        <Button
          variant="subtle"
          className={styles.bindAll ?? ''}
          onClick={() => {
            bind(inputs);
          }}
        >
          {t('bindAll', { count: inputs.length })}
        </Button>
      )}
    </Field>
  );
}

function Output({ id, data, features }: BindingProps): ReactNode {
  const { t } = useTranslation('inspector');
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const fieldId = useId();
  const bound = data.bindings.outputs[id] ?? '';
  const isKnown = features.some(({ name }) => name === bound);
  return (
    <Field label={t('comparedWith')} htmlFor={fieldId}>
      <Dropdown
        id={fieldId}
        label={t('comparedWith')}
        options={[
          ...(isKnown ? [] : [{ value: bound, label: bound === '' ? t('nothingBound') : bound }]),
          ...features.map(({ name, shape }) => ({
            value: name,
            label: name,
            ...(shape === null ? {} : { hint: shapeText(shape) }),
          })),
        ]}
        value={bound}
        isDisabled={isReadOnly}
        isInvalid={!isKnown}
        onChange={(feature) => {
          edit({
            type: 'setData',
            data: {
              bindings: {
                ...data.bindings,
                outputs: { ...data.bindings.outputs, [id]: feature },
              },
            },
          });
        }}
      />
    </Field>
  );
}
