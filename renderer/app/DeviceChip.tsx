import { ChevronDown, Cpu } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import { deviceThatTrains } from '#renderer/parts/devices/deviceThatTrains.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { ProgressRing } from '#renderer/ui/ProgressRing.tsx';
import classes from './TopBar.module.css';

/** Examples a second of the newest epoch that was trained; null: none was yet. */
function measuredSpeed(state: StrataState): number | null {
  const live = state.live === null ? undefined : state.batch?.examplesPerSecond;
  const last = state.runs.find((run) => run.epochs.length > 0)?.epochs.at(-1)?.examplesPerSecond;
  const speed = live ?? last;
  return speed === undefined ? null : Math.round(speed);
}

/** Pictures are counted as such. */
function hasImages({ document: { data } }: StrataState): boolean {
  const { features } = prepareFeatures(data);
  return features.some(({ role, shape }) => role === 'input' && shape?.length === 3);
}

/** The device that trains, and how fast it was. Opens the list of devices. */
export function DeviceChip() {
  const { t } = useTranslation('app');
  const local = useLocalText();
  const devices = useStrata((state) => state.devices);
  const chosen = useStrata((state) => state.live?.device ?? state.preferences.device);
  const speed = useStrata(measuredSpeed);
  const areImages = useStrata(hasImages);
  const isConnected = useStrata((state) => state.connection === 'connected');
  const loadDevices = useStrata((state) => state.loadDevices);
  const openDialog = useStrata((state) => state.openDialog);
  useEffect(() => {
    if (isConnected) void loadDevices();
  }, [isConnected, loadDevices]);
  const device = deviceThatTrains(devices, chosen);
  const installing = devices.find((one) => one.installing !== null)?.installing?.fraction;
  const title =
    device !== undefined ? local(device.title) : chosen === 'auto' ? t('device.auto') : chosen;
  return (
    <button
      type="button"
      className={classes.device}
      aria-haspopup="dialog"
      onClick={() => {
        openDialog('devices');
      }}
    >
      <Cpu size={15} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden">{t('device.before')}</span>
      <span className={classes.deviceName}>{title}</span>
      {speed === null ? null : (
        <span className={classes.speed}>
          · {t(areImages ? 'device.speedImages' : 'device.speed', { speed: countText(speed) })}
        </span>
      )}
      <span className="visually-hidden">{t('device.after')}</span>
      {installing === undefined ? null : (
        <span className={classes.speed}>
          <ProgressRing fraction={installing} sizePx={13} />{' '}
          {t('device.installing', { percent: Math.round(installing * 100) })}
        </span>
      )}
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
