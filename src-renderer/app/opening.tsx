/** While the base opens: nothing for a moment, then what is going on, then what to do. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import { Mark } from './mark.tsx';
import { useLate } from './use-late.ts';

export function Opening() {
  const { t } = useTranslation();
  const slow = useLate(4000);
  const stuck = useLate(12_000);
  return (
    <Stack h="100%" align="center" justify="center" gap="sm" p="xl" role="status">
      <Mark size={72} />
      <Text c="dimmed" ta="center" maw={440}>
        {stuck
          ? t(desktop ? 'inDesktop.silent' : 'app.reconnectingLong')
          : slow
            ? t('app.openingLong')
            : t('app.opening')}
      </Text>
    </Stack>
  );
}
