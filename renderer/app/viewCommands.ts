import { languages } from '#renderer/locales/i18n.ts';
import type { Command } from '#renderer/store/command.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { focusNextRegion } from '#renderer/app/regions.ts';

const isOpen = (state: StrataState): boolean => state.isOpen;
const isDesign = (state: StrataState): boolean => state.isOpen && state.step === 'design';

/** Places, panels, language, colours. */
export const viewCommands: readonly Command[] = [
  {
    id: 'view.data',
    title: 'app:command.showData',
    keys: ['Alt+1'],
    isEnabled: isOpen,
    run: () => {
      useStrata.getState().setStep('data');
    },
  },
  {
    id: 'view.design',
    title: 'app:command.design',
    keys: ['Alt+2'],
    isEnabled: isOpen,
    run: () => {
      useStrata.getState().setStep('design');
    },
  },
  {
    id: 'view.train',
    title: 'app:command.showTrain',
    keys: ['Alt+3'],
    isEnabled: isOpen,
    run: () => {
      useStrata.getState().setStep('train');
    },
  },
  {
    id: 'app.commands',
    title: 'app:command.commands',
    keys: ['Mod+K'],
    isHidden: true,
    run: () => {
      const { dialog, openDialog, closeDialog } = useStrata.getState();
      if (dialog === 'commands') closeDialog();
      else openDialog('commands');
    },
  },
  {
    id: 'view.palette',
    title: 'app:command.palette',
    keys: ['Mod+B'],
    isEnabled: isDesign,
    run: () => {
      useStrata.getState().togglePalette();
    },
  },
  {
    id: 'view.inspector',
    title: 'app:command.inspector',
    keys: ['Mod+I'],
    isEnabled: isDesign,
    run: () => {
      useStrata.getState().toggleInspector();
    },
  },
  {
    id: 'view.drawer',
    title: 'app:command.drawer',
    keys: ['Mod+J'],
    isEnabled: isDesign,
    run: () => {
      const { drawer, setDrawer } = useStrata.getState();
      setDrawer({ isOpen: !drawer.isOpen });
    },
  },
  {
    id: 'view.code',
    title: 'app:command.code',
    keys: ['Mod+\\'],
    isEnabled: isDesign,
    run: () => {
      useStrata.getState().toggleCode();
    },
  },
  {
    id: 'view.nextRegion',
    title: 'app:command.nextRegion',
    keys: ['F6'],
    isHidden: true,
    run: () => {
      focusNextRegion(1);
    },
  },
  {
    id: 'view.previousRegion',
    title: 'app:command.previousRegion',
    keys: ['Shift+F6'],
    isHidden: true,
    run: () => {
      focusNextRegion(-1);
    },
  },
  ...languages.map(({ id }): Command => ({
    id: `language.${id}`,
    title: `app:command.language.${id}`,
    isEnabled: (state) => state.language !== id,
    run: () => void useStrata.getState().setPreferences({ language: id }),
  })),
  ...(['light', 'dark', 'system'] as const).map((theme): Command => ({
    id: `theme.${theme}`,
    title: `app:command.theme.${theme}`,
    isEnabled: (state) => state.preferences.theme !== theme,
    run: () => void useStrata.getState().setPreferences({ theme }),
  })),
  {
    id: 'view.devices',
    title: 'app:command.devices',
    run: () => {
      useStrata.getState().openDialog('devices');
    },
  },
  {
    id: 'app.shortcuts',
    title: 'app:command.shortcuts',
    keys: ['?'],
    run: () => {
      useStrata.getState().openDialog('shortcuts');
    },
  },
  {
    id: 'app.about',
    title: 'app:command.about',
    run: () => {
      useStrata.getState().openDialog('about');
    },
  },
];
