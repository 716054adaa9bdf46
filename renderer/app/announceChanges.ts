import i18next from 'i18next';
import { useStrata } from '#renderer/store/store.ts';

/** The number of problems is said after this rest, so that typing is not commented on letter by letter. */
const restMs = 500;

/** Tells the live region what happens: the number of problems, and one line an epoch. */
export function announceChanges(): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let said = 0;
  useStrata.subscribe((state, before) => {
    if (state.problems !== before.problems && state.isOpen) {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        const { problems, announce } = useStrata.getState();
        const count = problems.filter(({ severity }) => severity === 'error').length;
        if (count !== said) announce(i18next.t('app:live.problems', { count }));
        said = count;
      }, restMs);
    }
    const epoch = state.live?.epochs.at(-1);
    if (epoch !== undefined && epoch !== before.live?.epochs.at(-1) && before.live !== null) {
      state.announce(
        i18next.t('app:live.epoch', {
          epoch: epoch.epoch,
          epochs: epoch.epochs,
          loss: epoch.loss.toFixed(4),
        }),
      );
    }
  });
}
