import { UiProvider } from '#renderer/ui/UiProvider.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { Overlays } from '#renderer/app/Overlays.tsx';
import { Shell } from '#renderer/app/Shell.tsx';
import { useShortcuts } from '#renderer/app/useShortcuts.ts';
import { Welcome } from '#renderer/welcome/Welcome.tsx';

/** The whole page. */
export function App() {
  const colorScheme = useStrata((state) => state.colorScheme);
  const isOpen = useStrata((state) => state.isOpen);
  useShortcuts();
  return (
    <UiProvider colorScheme={colorScheme}>
      <ErrorBoundary>
        {isOpen ? <Shell /> : <Welcome />}
        <Overlays />
      </ErrorBoundary>
    </UiProvider>
  );
}
