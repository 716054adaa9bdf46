import { getHost } from '#renderer/host/host.ts';
import { resolveLanguage, switchLanguage } from '#renderer/locales/i18n.ts';
import { startAutosave } from '#renderer/store/autosave.ts';
import { eventQueue } from '#renderer/store/eventQueue.ts';
import { rememberLayout } from '#renderer/store/layout.ts';
import { useStrata } from '#renderer/store/store.ts';
import { runCommand } from '#renderer/app/commands.ts';
import { startSession } from '#renderer/app/session.ts';
import { announceChanges } from '#renderer/app/announceChanges.ts';

/** Joins the store to what lies outside the page: the host's events, the system's colours, the languages. */
export function connectStore(): void {
  const host = getHost();
  const queue = eventQueue((events) => {
    useStrata.getState().takeEvents(events);
  });
  host.subscribe((event) => {
    if (event.name === 'menuCommand') runCommand(event.data.command);
    else if (event.name === 'openRequested') {
      void useStrata.getState().openDocument(event.data.path);
    } else if (event.name === 'preferencesChanged') {
      useStrata.setState({ preferences: event.data.preferences });
    } else if (event.name === 'dataProgress' && event.data.runId === undefined) {
      useStrata.getState().takeDataProgress(event.data);
    } else if (event.name === 'installProgress') {
      useStrata.getState().takeInstall(event.data.progress);
    } else if (event.name === 'installEnded') {
      useStrata.getState().endInstall(event.data.device, event.data.problem);
    } else if (event.name === 'raceEnded') {
      // A race before a run: its result belongs to the document that is open.
      if (event.data.documentId === useStrata.getState().document.id) {
        useStrata.setState({ race: event.data.result });
      }
    } else queue(event);
  });
  host.onConnection((connection, reason) => {
    useStrata.setState({ connection, refusedBecause: reason ?? null });
    // Events of a time without connection are replayed, or lost: the runs are read anew either way.
    if (connection === 'connected' && useStrata.getState().isOpen) {
      void useStrata.getState().refreshRuns();
    }
  });
  void learnFromHost();
  void useStrata.getState().loadBlocks();
  followPreferences();
  rememberLayout(localStorage);
  startAutosave();
  guardUnsaved();
  titleWindow();
  startSession();
  announceChanges();
}

async function learnFromHost(): Promise<void> {
  const host = getHost();
  const [info, preferences] = await Promise.all([
    host.request('hostInfo', {}),
    host.request('getPreferences', {}),
  ]);
  if (info.ok) useStrata.setState({ hostInfo: info.value });
  if (preferences.ok) useStrata.setState({ preferences: preferences.value });
}

/** Language and colours as the preferences say, or as the system has them. */
function followPreferences(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    const { preferences, language, setColorScheme, setLanguage } = useStrata.getState();
    const isDark = preferences.theme === 'system' ? dark.matches : preferences.theme === 'dark';
    setColorScheme(isDark ? 'dark' : 'light');
    const next = resolveLanguage(preferences.language, navigator.languages);
    if (next === language) return;
    setLanguage(next);
    void switchLanguage(next);
  };
  dark.addEventListener('change', follow);
  useStrata.subscribe((state, before) => {
    if (state.preferences !== before.preferences) follow();
  });
  follow();
}

/** Closing the window asks first where changes would be lost. */
function guardUnsaved(): void {
  const { strataBridge } = window;
  if (strataBridge !== undefined) {
    // Electron's window asks by itself; a page that stops it cannot show a question.
    useStrata.subscribe((state, before) => {
      const hasUnsaved = state.isOpen && state.isDirty;
      if (hasUnsaved !== (before.isOpen && before.isDirty)) strataBridge.setUnsaved?.(hasUnsaved);
    });
    return;
  }
  window.addEventListener('beforeunload', (event) => {
    const { isOpen, isDirty } = useStrata.getState();
    if (isOpen && isDirty) event.preventDefault();
  });
}

/** The window, the tab and the task bar show the document's name. */
function titleWindow(): void {
  useStrata.subscribe((state, before) => {
    if (state.isOpen === before.isOpen && state.document.name === before.document.name) return;
    document.title = state.isOpen ? `${state.document.name} – Strata` : 'Strata';
  });
}
