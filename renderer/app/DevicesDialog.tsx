import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import classes from './DevicesDialog.module.css';

/** The devices that could train, which one does, and why the others cannot. */
export function DevicesDialog() {
  const { t } = useTranslation('app');
  const local = useLocalText();
  const problemText = useDescribe();
  const devices = useStrata((state) => state.devices);
  const chosen = useStrata((state) => state.preferences.device);
  const { setPreferences, loadDevices, closeDialog } = useStrata.getState();
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
      size={480}
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
            detail={[device.version, device.detail].filter((text) => text !== '').join(' · ')}
            isChosen={chosen === device.id}
            reason={device.unavailable === null ? null : problemText(device.unavailable).sentence}
            onChoose={choose(device.id)}
          />
        ))}
      </div>
    </Modal>
  );
}

function Choice({
  title,
  detail,
  isChosen,
  reason,
  onChoose,
}: {
  readonly title: string;
  readonly detail: string;
  readonly isChosen: boolean;
  /** Why it cannot be chosen; null: it can. */
  readonly reason: string | null;
  readonly onChoose: () => void;
}) {
  return (
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
  );
}
