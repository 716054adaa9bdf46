import type { Command } from '#renderer/store/command.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';

const canStart = (state: StrataState): boolean =>
  state.isOpen && state.live === null && !state.isStartingRun;
const isTraining = (state: StrataState): boolean => state.live?.state.kind === 'training';
const isPaused = (state: StrataState): boolean => state.live?.state.kind === 'paused';

/** Training and export. */
export const runCommands: readonly Command[] = [
  {
    id: 'run.start',
    title: 'app:command.train',
    keys: ['Mod+Enter'],
    isEnabled: canStart,
    run: () => {
      const { problems, stepProblem, startRun } = useStrata.getState();
      // As the button does: what stands in the way of training comes first.
      if (problems.some(({ severity }) => severity === 'error')) stepProblem(1);
      else void startRun();
    },
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
