import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedDevice } from '#shared/protocol/types.ts';
import { DeviceInstall } from '#renderer/app/DeviceInstall.tsx';
import { DeviceRace, RaceOutcome } from '#renderer/app/DeviceRace.tsx';
import { Switch } from '#renderer/parts/forms/Switch.tsx';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import classes from './DevicesDialog.module.css';

/** The devices that could train, which one does, why the others cannot, and what can be installed so that they can. */
export function DevicesDialog() {
  const { t } = useTranslation('app');
  const local = useLocalText();
  const devices = useStrata((state) => state.devices);
  const { device: chosen, installEngines } = useStrata((state) => state.preferences);
  const { setPreferences, loadDevices, closeDialog } = useStrata.getState();
  const note = useNote();
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
          isDisabled={false}
          note={null}
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
            isDisabled={device.unavailable !== null}
            note={note(device)}
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

/**
 * Why a device cannot be chosen, or should not be; null: nothing is in the way. What only needs installing says what is in
 * the way of that.
 */
function useNote(): (device: ListedDevice) => string | null {
  const describe = useDescribe();
  const local = useLocalText();
  const join = useJoined();
  return ({ unavailable, install, isSoftware, detail }) => {
    if (unavailable === null) {
      if (isSoftware !== true) return null;
      const values = { adapter: local(detail) };
      return describe({ code: 'device.softwareAdapter', severity: 'warning', values }).sentence;
    }
    const problem = install?.hindrance ?? unavailable;
    const { sentence, remedy } = describe(problem);
    return problem === unavailable && install !== null ? sentence : join([sentence, remedy]);
  };
}

function Choice({
  title,
  detail,
  isChosen,
  isDisabled,
  note,
  onChoose,
  children,
}: {
  readonly title: string;
  readonly detail: string;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  /** What is to be said of it; null: nothing. */
  readonly note: string | null;
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
        disabled={isDisabled}
        onClick={onChoose}
      >
        <span className={classes.mark} aria-hidden />
        <span className={classes.title}>{title}</span>
        <span className={classes.detail}>{detail}</span>
        {note === null ? null : <span className={classes.note}>{note}</span>}
      </button>
      {children}
    </div>
  );
}
