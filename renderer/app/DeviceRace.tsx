import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { measureText } from '#renderer/parts/text/numberText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './DevicesDialog.module.css';

/** Compares the devices with a few steps of the open network, at most ten seconds. */
export function DeviceRace() {
  const { t } = useTranslation('app');
  const canRace = useStrata((state) => state.isOpen && state.live === null);
  const isRacing = useStrata((state) => state.isRacing);
  const { loadRace, raceDevices, skipRace } = useStrata.getState();
  useEffect(() => {
    void loadRace();
  }, [loadRace]);
  return (
    <div className={classes.setting}>
      <span className={classes.raceText}>{t(isRacing ? 'device.racing' : 'device.raceText')}</span>
      {isRacing ? (
        <Button size="compact-sm" variant="default" onClick={() => void skipRace()}>
          {t('device.skipRace')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canRace}
          onClick={() => void raceDevices()}
        >
          {t('device.race')}
        </Button>
      )}
    </div>
  );
}

/** What one device did in the last race of the open network: time for an epoch, memory, or what it failed at. */
export function RaceOutcome({ device }: { readonly device: string }) {
  const { t } = useTranslation('app');
  const describe = useDescribe();
  const race = useStrata((state) => state.race);
  const entry = race?.entries.find((each) => each.device === device);
  if (race === null || entry === undefined) return null;
  if (entry.problem !== null) {
    return <div className={classes.outcome}>{describe(entry.problem).sentence}</div>;
  }
  if (entry.secondsPerEpoch === null) return null;
  const seconds = measureText(Number(entry.secondsPerEpoch.toPrecision(3)));
  return (
    <div className={classes.outcome}>
      {[
        t('device.perEpoch', { seconds: seconds.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') }),
        ...(entry.memoryBytes === null ? [] : [bytesText(entry.memoryBytes)]),
        ...(race.winner === device ? [t('device.fastest')] : []),
      ].join(' · ')}
    </div>
  );
}
