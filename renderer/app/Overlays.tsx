import { Suspense, lazy } from 'react';
import { useStrata } from '#renderer/store/store.ts';
import { AboutDialog } from '#renderer/app/AboutDialog.tsx';
import { CommandMenu } from '#renderer/app/CommandMenu.tsx';
import { ConnectionBanner } from '#renderer/app/ConnectionBanner.tsx';
import { DevicesDialog } from '#renderer/app/DevicesDialog.tsx';
import { DropTarget } from '#renderer/app/DropTarget.tsx';
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { FileBrowser } from '#renderer/app/FileBrowser.tsx';
import { LiveRegion } from '#renderer/app/LiveRegion.tsx';
import { Notices } from '#renderer/app/Notices.tsx';
import { ShortcutsDialog } from '#renderer/app/ShortcutsDialog.tsx';
import { UnsavedDialog } from '#renderer/app/UnsavedDialog.tsx';
import { useFocusReturn } from '#renderer/app/useFocusReturn.ts';

const ExportDialog = lazy(async () => ({
  default: (await import('#renderer/exporting/ExportDialog.tsx')).ExportDialog,
}));

/** What lies over the page: dialogs, messages, the state of the connection. */
export function Overlays() {
  const dialog = useStrata((state) => state.dialog);
  useFocusReturn(dialog !== null);
  return (
    <>
      <ConnectionBanner />
      {dialog === 'export' ? (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <ExportDialog />
          </Suspense>
        </ErrorBoundary>
      ) : null}
      {dialog === 'commands' ? <CommandMenu /> : null}
      {dialog === 'about' ? <AboutDialog /> : null}
      {dialog === 'devices' ? <DevicesDialog /> : null}
      {dialog === 'shortcuts' ? <ShortcutsDialog /> : null}
      <UnsavedDialog />
      <FileBrowser />
      <DropTarget />
      <Notices />
      <LiveRegion />
    </>
  );
}
