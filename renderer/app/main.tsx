import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/App.tsx';
import { connectStore } from '#renderer/app/connectStore.ts';
import { startI18n, switchLanguage } from '#renderer/locales/i18n.ts';
import { useStrata } from '#renderer/store/store.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  connectStore();
  const { language } = useStrata.getState();
  await startI18n(language);
  await switchLanguage(language);
  createRoot(root).render(<App />);
}

void start();
