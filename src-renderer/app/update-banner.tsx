/** A newer version that the daily question has found. It can wait: closed, it does not come again in this window. */
import { Button, CloseButton, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useUpdates } from '#renderer/lib/updates.ts';
import classes from './frame.module.css';

export function UpdateBanner() {
  const { t } = useTranslation();
  const [here, go] = useLocation();
  const [closed, setClosed] = useState<string>();
  const state = useUpdates();
  // The settings say the same at the place itself.
  if (state?.step !== 'available' || closed === state.version || here === '/settings') return null;
  const { version } = state;
  return (
    <div className={classes.banner} role="status">
      <IconDownload size={18} aria-hidden />
      <span>{t('updates.available', { version })}</span>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={() => go('/settings')}>
          {t('updates.show')}
        </Button>
        <CloseButton size={24} aria-label={t('common.close')} onClick={() => setClosed(version)} />
      </Group>
    </div>
  );
}
