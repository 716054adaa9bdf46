import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParamValue } from '#shared/layers/params.ts';
import type { Stopping } from '#shared/training/training.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { Switch } from '#renderer/parts/forms/Switch.tsx';
import { settingParams } from '#renderer/training/settingParams.ts';
import { SettingField } from '#renderer/training/SettingField.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';

const start: Stopping = {
  monitor: 'valLoss',
  patienceEpochs: settingParams.patienceEpochs.default,
  minDelta: settingParams.minDelta.default,
  restoreBestWeights: settingParams.restoreBestWeights.default,
};

/** Early stopping: on or off, and what it watches. */
export function StoppingSettings({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const { t } = useTranslation('training');
  const id = useId();
  const { stopping, outputs } = useStrata((state) => state.document.training);
  const validation = useStrata((state) => state.document.data.split.validation);
  const edit = useStrata((state) => state.edit);
  const set = (next: Stopping | null, key: string | null): void => {
    edit(
      { type: 'setTraining', training: { stopping: next } },
      key === null ? 'now' : { merge: `stopping ${key}` },
    );
  };
  const metrics = [...new Set(Object.values(outputs).flatMap((output) => output.metrics))];
  // With several outputs a metric's key names its output, and the losses alone are watched.
  const kinds = Object.keys(outputs).length === 1 ? metrics.map(({ kind }) => kind) : [];
  const measured = ['loss', ...kinds];
  const monitors = validation === 'none' ? measured : [...measured.map(validated), ...measured];
  const field = (
    name: 'patienceEpochs' | 'minDelta' | 'restoreBestWeights',
    from: Stopping,
    change: (value: ParamValue) => Partial<Stopping>,
  ): ReactNode => (
    <SettingField
      name={name}
      param={settingParams[name]}
      value={from[name]}
      isDisabled={isDisabled}
      onChange={(value) => {
        set({ ...from, ...change(value) }, name);
      }}
    />
  );
  return (
    <>
      <Field label={t('earlyStopping')} htmlFor={id}>
        <Switch
          id={id}
          label={t('earlyStopping')}
          value={stopping !== null}
          isDisabled={isDisabled}
          onChange={(isOn) => {
            const monitor = validation === 'none' ? 'loss' : 'valLoss';
            set(isOn ? { ...start, monitor } : null, null);
          }}
        />
      </Field>
      {stopping !== null && (
        <>
          <Field label={t('monitor')} htmlFor={`${id}-monitor`}>
            <Dropdown
              id={`${id}-monitor`}
              label={t('monitor')}
              options={[...new Set([...monitors, stopping.monitor])].map((value) => ({
                value,
                label: value,
              }))}
              value={stopping.monitor}
              isDisabled={isDisabled}
              onChange={(monitor) => {
                set({ ...stopping, monitor }, null);
              }}
            />
          </Field>
          {field('patienceEpochs', stopping, (value) =>
            typeof value === 'number' ? { patienceEpochs: value } : {},
          )}
          {field('minDelta', stopping, (value) =>
            typeof value === 'number' ? { minDelta: value } : {},
          )}
          {field('restoreBestWeights', stopping, (value) =>
            typeof value === 'boolean' ? { restoreBestWeights: value } : {},
          )}
        </>
      )}
    </>
  );
}

/** `accuracy` → `valAccuracy`. */
function validated(name: string): string {
  return `val${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
