import { useEffect, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntegerParam, ParamValue } from '#shared/layers/params.ts';
import { outputNodes } from '#shared/graph/queries.ts';
import { optimizers } from '#shared/training/optimizers/index.ts';
import { schedules } from '#shared/training/schedules/index.ts';
import type { TrainingRecipe } from '#shared/training/training.ts';
import { ChoiceForm } from '#renderer/parts/forms/ChoiceForm.tsx';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { OutputTrainingForm } from '#renderer/parts/trainingForms/OutputTrainingForm.tsx';
import { RoundsField } from '#renderer/training/RoundsField.tsx';
import { SettingField } from '#renderer/training/SettingField.tsx';
import { settingParams } from '#renderer/training/settingParams.ts';
import { StoppingSettings } from '#renderer/training/StoppingSettings.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './training.module.css';

const seedParam: IntegerParam = {
  type: 'integer',
  default: 0,
  min: 0,
  max: 2 ** 31 - 1,
  doc: {
    en: 'The same seed on the same device gives the same run.',
    'zh-CN': '同一设备上，种子相同则训练结果相同。',
  },
};

/** What the next run is trained with. */
export function TrainingSettings(): ReactNode {
  const { t } = useTranslation('training');
  const training = useStrata((state) => state.document.training);
  const seed = useStrata((state) => state.document.seed);
  const edit = useStrata((state) => state.edit);
  const isDisabled = useStrata((state) => state.readOnly !== null);
  const set = (part: Partial<TrainingRecipe>, key: string | null): void => {
    edit(
      { type: 'setTraining', training: part },
      key === null ? 'now' : { merge: `training ${key}` },
    );
  };
  const field = (
    name: 'batchSize' | 'epochs' | 'shuffle',
    change: (value: ParamValue) => Partial<TrainingRecipe> | null,
  ): ReactNode => (
    <SettingField
      name={name}
      param={settingParams[name]}
      value={training[name]}
      isDisabled={isDisabled}
      onChange={(value) => {
        const part = change(value);
        if (part !== null) set(part, name);
      }}
    />
  );
  return (
    <>
      <Section title={t('settings')}>
        <div data-param="optimizer" className={styles.fields}>
          <ChoiceForm
            label={t('optimizer')}
            catalogue={optimizers}
            value={training.optimizer}
            isDisabled={isDisabled}
            onChange={(optimizer, changed) => {
              if (optimizer !== null) {
                set({ optimizer }, changed === 'kind' ? null : `optimizer ${changed}`);
              }
            }}
          />
        </div>
        <ChoiceForm
          label={t('schedule')}
          catalogue={schedules}
          value={training.schedule}
          noneLabel={t('constantRate')}
          isDisabled={isDisabled}
          onChange={(schedule, changed) => {
            set({ schedule }, changed === 'kind' ? null : `schedule ${changed}`);
          }}
        />
        {field('batchSize', (value) => (typeof value === 'number' ? { batchSize: value } : null))}
        {field('epochs', (value) => (typeof value === 'number' ? { epochs: value } : null))}
        {field('shuffle', (value) => (typeof value === 'boolean' ? { shuffle: value } : null))}
        <StoppingSettings isDisabled={isDisabled} />
        <RoundsField />
        <SettingField
          name="seed"
          param={seedParam}
          value={seed}
          isDisabled={isDisabled}
          onChange={(value) => {
            if (typeof value === 'number')
              edit({ type: 'setSeed', seed: value }, { merge: 'seed' });
          }}
        />
        <DeviceField />
      </Section>
      <OutputSections isDisabled={isDisabled} />
    </>
  );
}

/** How each output is judged. */
function OutputSections({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const { t } = useTranslation('training');
  const graph = useStrata((state) => state.document.graph);
  const outputs = outputNodes(graph);
  return outputs.map(({ id, name }) => (
    <Section key={id} title={outputs.length === 1 ? t('judging') : t('judgingOf', { name })}>
      <OutputTrainingForm id={id} isDisabled={isDisabled} />
    </Section>
  ));
}

/** Where the next run is trained; a preference of the person, not of the document. */
function DeviceField(): ReactNode {
  const { t } = useTranslation('training');
  const localText = useLocalText();
  const id = useId();
  const devices = useStrata((state) => state.devices);
  const loadDevices = useStrata((state) => state.loadDevices);
  const device = useStrata((state) => state.preferences.device);
  const setPreferences = useStrata((state) => state.setPreferences);
  const isUnknown = devices.length === 0;
  useEffect(() => {
    if (isUnknown) void loadDevices();
  }, [isUnknown, loadDevices]);
  const usable = devices.filter(({ unavailable }) => unavailable === null);
  return (
    <Field label={t('device')} htmlFor={id}>
      <Dropdown
        id={id}
        label={t('device')}
        options={[
          { value: 'auto', label: t('fastestDevice') },
          ...usable.map(({ id: value, title, detail }) => ({
            value,
            label: localText(title),
            hint: localText(detail),
          })),
        ]}
        value={usable.some(({ id: known }) => known === device) ? device : 'auto'}
        onChange={(next) => void setPreferences({ device: next })}
      />
    </Field>
  );
}
