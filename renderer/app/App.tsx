import { useStrata } from '#renderer/store/store.ts';
import { isApple, keysText } from '#renderer/parts/keys/keys.ts';
import { UiProvider } from '#renderer/ui/UiProvider.tsx';
import { Welcome, type WelcomeAction } from '#renderer/welcome/Welcome.tsx';
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { Overlays } from '#renderer/app/Overlays.tsx';
import { Shell } from '#renderer/app/Shell.tsx';
import { findCommand } from '#renderer/app/commands.ts';
import { keysOf, useShortcuts } from '#renderer/app/useShortcuts.ts';

/** The whole page. */
export function App() {
  const colorScheme = useStrata((state) => state.colorScheme);
  const isOpen = useStrata((state) => state.isOpen);
  // The shortcuts that are shown follow the host.
  useStrata((state) => state.hostInfo);
  useShortcuts();
  return (
    <UiProvider colorScheme={colorScheme}>
      <ErrorBoundary>
        {isOpen ? (
          <Shell />
        ) : (
          <Welcome create={action('document.new')} open={action('document.open')} />
        )}
        <Overlays />
      </ErrorBoundary>
    </UiProvider>
  );
}

function action(id: string): WelcomeAction {
  const command = findCommand(id);
  if (command === undefined) throw new Error(`no command ${id}`);
  const [keys] = keysOf(command);
  return {
    keys: keys === undefined ? '' : keysText(keys, isApple(navigator.platform)),
    run: command.run,
  };
}
