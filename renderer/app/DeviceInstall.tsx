import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedDevice } from '#shared/protocol/types.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './DevicesDialog.module.css';

/** Installs a device that only lacks its library: what it takes, how far it is, and how to end it. */
export function DeviceInstall({ device }: { readonly device: ListedDevice }) {
  const { t } = useTranslation('app');
  const local = useLocalText();
  const { installDevice, cancelInstall } = useStrata.getState();
  const { id, install, installing } = device;
  const title = local(device.title);
  if (installing !== null) {
    const { step, doneBytes, totalBytes, fraction } = installing;
    const bytes = { done: bytesText(doneBytes), total: bytesText(totalBytes) };
    return (
      <div className={classes.install}>
        <div className={classes.progress}>
          <span className={classes.reason}>
            {t(`device.step.${step}`)}
            {step === 'downloading' ? ` ${t('device.bytes', bytes)}` : ''}
          </span>
          <Progress
            value={fraction * 100}
            aria-label={t('device.progress', { device: title })}
            size="sm"
          />
        </div>
        <Button size="compact-sm" variant="default" onClick={() => void cancelInstall(id)}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
  // Also where something is missing: a click tries again after it was put right.
  if (install === null) return null;
  const sizes = { download: bytesText(install.downloadBytes), disk: bytesText(install.diskBytes) };
  return (
    <div className={classes.install}>
      <span className={classes.progress}>{t('device.takes', sizes)}</span>
      <Button size="compact-sm" onClick={() => void installDevice(id)}>
        {t('device.install')}
      </Button>
    </div>
  );
}
