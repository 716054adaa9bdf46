import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedDevice } from '#shared/protocol/types.ts';
import { DeviceInstall } from '#renderer/app/DeviceInstall.tsx';
import { DeviceRace, RaceOutcome } from '#renderer/app/DeviceRace.tsx';
import { Switch } from '#renderer/parts/forms/Switch.tsx';
import { bytesText } from '#renderer/parts/text/numberText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import classes from './DevicesDialog.module.css';

/** The devices that could train, which one does, why the others cannot, and what can be installed so that they can. */
export function DevicesDialog() {
  const { t } = useTranslation('app');
  const local = useLocalText();
  const devices = useStrata((state) => state.devices);
  const { device: chosen, installEngines } = useStrata((state) => state.preferences);
  const { setPreferences, loadDevices, closeDialog } = useStrata.getState();
  const reason = useReason();
  useEffect(() => {
    void loadDevices();
  }, [loadDevices]);
  const choose = (device: string) => () => void setPreferences({ device });
  return (
    <Modal
      opened
      onClose={closeDialog}
      title={t('device.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={520}
    >
      <div className={classes.list} role="radiogroup" aria-label={t('device.title')}>
        <Choice
          title={t('device.auto')}
          detail={t('device.autoText')}
          isChosen={chosen === 'auto'}
          reason={null}
          onChoose={choose('auto')}
        />
        {devices.map((device) => (
          <Choice
            key={device.id}
            title={local(device.title)}
            detail={[device.version, local(device.detail), memoryOf(device)]
              .filter((text) => text !== '')
              .join(' · ')}
            isChosen={chosen === device.id}
            reason={reason(device)}
            onChoose={choose(device.id)}
          >
            <RaceOutcome device={device.id} />
            <DeviceInstall device={device} />
          </Choice>
        ))}
      </div>
      <DeviceRace />
      <div className={classes.setting}>
        <Switch
          label={t('device.installByItself')}
          value={installEngines}
          onChange={(next) => void setPreferences({ installEngines: next })}
        />
        <span>{t('device.installByItself')}</span>
      </div>
    </Modal>
  );
}

function memoryOf({ memoryBytes }: ListedDevice): string {
  return memoryBytes === null ? '' : bytesText(memoryBytes);
}

/** Why a device cannot be chosen; null: it can. What only needs installing says what is in the way of that. */
function useReason(): (device: ListedDevice) => string | null {
  const describe = useDescribe();
  return ({ unavailable, install }) => {
    if (unavailable === null) return null;
    const problem = install?.hindrance ?? unavailable;
    const { sentence, remedy } = describe(problem);
    return problem === unavailable && install !== null ? sentence : `${sentence} ${remedy ?? ''}`;
  };
}

function Choice({
  title,
  detail,
  isChosen,
  reason,
  onChoose,
  children,
}: {
  readonly title: string;
  readonly detail: string;
  readonly isChosen: boolean;
  /** Why it cannot be chosen; null: it can. */
  readonly reason: string | null;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <button
        type="button"
        role="radio"
        aria-checked={isChosen}
        className={classes.device}
        disabled={reason !== null}
        onClick={onChoose}
      >
        <span className={classes.mark} aria-hidden />
        <span className={classes.title}>{title}</span>
        <span className={classes.detail}>{detail}</span>
        {reason === null ? null : <span className={classes.reason}>{reason}</span>}
      </button>
      {children}
    </div>
  );
}
