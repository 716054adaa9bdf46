import type { Command } from '#renderer/store/command.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';

/** True where nothing stands in training's way. */
export function canTrain(state: StrataState): boolean {
  return (
    state.isOpen &&
    state.live === null &&
    !state.isStartingRun &&
    state.problems.every(({ severity }) => severity !== 'error')
  );
}

const isTraining = (state: StrataState): boolean => state.live?.state.kind === 'training';
const isPaused = (state: StrataState): boolean => state.live?.state.kind === 'paused';

/** Training and export. */
export const runCommands: readonly Command[] = [
  {
    id: 'run.start',
    title: 'app:command.train',
    keys: ['Mod+Enter'],
    isEnabled: canTrain,
    run: () => void useStrata.getState().startRun(),
  },
  {
    id: 'run.pause',
    title: 'app:command.pause',
    keys: ['Space'],
    region: 'train',
    isEnabled: isTraining,
    run: () => void useStrata.getState().pauseRun(),
  },
  {
    id: 'run.resume',
    title: 'app:command.resume',
    keys: ['Space'],
    region: 'train',
    isEnabled: isPaused,
    run: () => void useStrata.getState().resumeRun(),
  },
  {
    id: 'run.stop',
    title: 'app:command.stop',
    isEnabled: (state) => isTraining(state) || isPaused(state),
    run: () => void useStrata.getState().stopRun(),
  },
  {
    id: 'document.export',
    title: 'app:command.export',
    keys: ['Mod+E', 'Alt+5'],
    isEnabled: (state) => state.isOpen,
    run: () => {
      useStrata.getState().openDialog('export');
    },
  },
];
