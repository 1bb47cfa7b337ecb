/** The window: providers outside, then whatever the state of the base asks for. */
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '#renderer/lib/live.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { styleNonce } from './style-nonce.ts';
import { cssVariables, theme } from './theme.ts';
import { Window } from './window.tsx';

export function App() {
  const { i18n } = useTranslation();
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        getStyleNonce={styleNonce}
        defaultColorScheme="auto"
      >
        <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
          <ErrorBoundary>
            <Window />
          </ErrorBoundary>
          <Notifications position="bottom-right" limit={12} mb={32} />
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
