/** Warns that another program synchronises the profile folder, or that it lies on a network drive. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FOLDER_RISKS } from '#shared/contract/settings.ts';

export function FolderRiskNote({ risk }: { risk: (typeof FOLDER_RISKS)[number] | null }) {
  const { t } = useTranslation();
  if (!risk) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={t('settings.risk.title')}
    >
      {t(`settings.risk.${risk}`)} {t('settings.risk.advice')}
    </Alert>
  );
}
