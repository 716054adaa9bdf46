import { Cpu } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceThatTrains } from '#renderer/parts/devices/deviceThatTrains.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './Welcome.module.css';

/** Which device will train. */
export function DeviceCard() {
  const { t } = useTranslation('welcome');
  const local = useLocalText();
  const devices = useStrata((state) => state.devices);
  const chosen = useStrata((state) => state.preferences.device);
  const isConnected = useStrata((state) => state.connection === 'connected');
  const { loadDevices, openDialog } = useStrata.getState();
  useEffect(() => {
    if (isConnected) void loadDevices();
  }, [isConnected, loadDevices]);
  const available = devices.filter(({ unavailable }) => unavailable === null);
  const device = deviceThatTrains(available, chosen) ?? deviceThatTrains(available, 'auto');
  if (device === undefined) return null;
  return (
    <div className={classes.device}>
      <Cpu size={20} strokeWidth={1.75} aria-hidden />
      <div className={classes.deviceWords}>
        <p className={classes.deviceName}>{t('trainsOn', { device: local(device.title) })}</p>
        <span className={classes.small}>{local(device.detail)}</span>
      </div>
      <button
        type="button"
        className={classes.textButton}
        onClick={() => {
          openDialog('devices');
        }}
      >
        {t('change')}
      </button>
    </div>
  );
}
