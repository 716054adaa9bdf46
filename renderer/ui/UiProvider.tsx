import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import '@mantine/core/styles.css';
import './tokens.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';

/** Theme, fonts and global styles of the page. */
export function UiProvider({
  colorScheme,
  children,
}: {
  readonly colorScheme: 'light' | 'dark';
  readonly children: ReactNode;
}) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={colorScheme}
    >
      {children}
    </MantineProvider>
  );
}
