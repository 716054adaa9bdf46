import type { Command } from '#renderer/store/command.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Id of the search field, so that a command can give it the focus. */
export const searchInputId = 'palette-search';

/** What the user can do with the palette. */
export const paletteCommands: readonly Command[] = [
  {
    id: 'palette.search',
    title: 'palette:command.search',
    keys: ['/'],
    isEnabled: (state) => state.isOpen && state.step === 'design',
    run: () => {
      const { isPaletteOpen, togglePalette } = useStrata.getState();
      if (!isPaletteOpen) togglePalette();
      // The palette may have to be drawn first.
      requestAnimationFrame(() => {
        const search = document.getElementById(searchInputId);
        if (search !== null) search.focus();
        else document.querySelector<HTMLElement>('[data-region=palette] button')?.click();
      });
    },
  },
];
