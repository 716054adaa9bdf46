import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

/** Which feature of the data enters here, or which one an output is compared with. */
export function InputBinding({
  id,
  role = 'inputs',
}: {
  readonly id: NodeId;
  readonly role?: 'inputs' | 'outputs';
}): ReactNode {
  const { t } = useTranslation('inspector');
  const data = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const fieldId = useId();
  if (data.source === null) {
    return (
      <Section title={t('data')}>
        <p className={styles.hint}>{t('noData')}</p>
      </Section>
    );
  }
  const bound =
    (role === 'inputs' ? data.bindings.inputs[id]?.[0] : data.bindings.outputs[id]) ?? '';
  const { features } = prepareFeatures(data);
  const isKnown = features.some(({ name }) => name === bound);
  return (
    <Section title={t('data')}>
      <div data-param="binding">
        <Field label={t(role === 'inputs' ? 'fedBy' : 'comparedWith')} htmlFor={fieldId}>
          <Dropdown
            id={fieldId}
            label={t(role === 'inputs' ? 'fedBy' : 'comparedWith')}
            options={[
              ...(isKnown
                ? []
                : [{ value: bound, label: bound === '' ? t('nothingBound') : bound }]),
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
                    ...(role === 'inputs'
                      ? { inputs: { ...data.bindings.inputs, [id]: [feature] } }
                      : { outputs: { ...data.bindings.outputs, [id]: feature } }),
                  },
                },
              });
            }}
          />
        </Field>
      </div>
    </Section>
  );
}
