import type { Command } from '#renderer/store/command.ts';
import { problemInHand } from '#renderer/store/problemInHand.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';

const hasProblems = (state: StrataState): boolean => state.isOpen && state.problems.length > 0;

const applyFix = (number: 1 | 2 | 3): Command => ({
  id: `problem.fix${number}`,
  title: `app:command.fix${number}`,
  keys: [String(number)],
  isHidden: true,
  isEnabled: (state) => state.isOpen && problemInHand(state)?.fixes?.[number - 1] !== undefined,
  run: () => {
    const state = useStrata.getState();
    const fix = problemInHand(state)?.fixes?.[number - 1];
    if (fix !== undefined) state.applyFix(fix);
  },
});

/** Going through the problems and mending them. */
export const problemCommands: readonly Command[] = [
  {
    id: 'problem.next',
    title: 'app:command.nextProblem',
    keys: ['F8'],
    isEnabled: hasProblems,
    run: () => {
      useStrata.getState().stepProblem(1);
    },
  },
  {
    id: 'problem.previous',
    title: 'app:command.previousProblem',
    keys: ['Shift+F8'],
    isEnabled: hasProblems,
    run: () => {
      useStrata.getState().stepProblem(-1);
    },
  },
  {
    id: 'problem.fixes',
    title: 'app:command.fixes',
    keys: ['Mod+.'],
    isEnabled: hasProblems,
    run: () => {
      const state = useStrata.getState();
      state.setDrawer({ isOpen: true, tab: 'problems' });
      state.revealPlace(problemInHand(state)?.place ?? {});
    },
  },
  applyFix(1),
  applyFix(2),
  applyFix(3),
];
