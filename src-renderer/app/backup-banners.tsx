/** Bands about backups: one that failed, none for a day, and what a restore has brought back. */
import { Button, CloseButton } from '@mantine/core';
import { IconHistory, IconShieldExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useRestored } from '#renderer/features/settings/backups/run-restore.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import type { Salvaged } from '#shared/contract/backups.ts';
import classes from './frame.module.css';

export function BackupBanners() {
  return (
    <>
      <RestoredBanner />
      <LateBanner />
    </>
  );
}

function LateBanner() {
  const { t } = useTranslation();
  const [here, go] = useLocation();
  const state = useLive('backups', 'state', {}).data;
  // The settings say the same at the place itself.
  if (!state || (!state.problem && !state.overdue) || here === '/settings') return null;
  const reason = state.problem && t(`backups.problems.${state.problem}`);
  return (
    <div className={classes.banner} data-tone="late" role="alert">
      <IconShieldExclamation size={18} aria-hidden />
      <span>{reason ? t('backups.banner.failed', { reason }) : t('backups.banner.overdue')}</span>
      <Button size="compact-sm" variant="default" ml="auto" onClick={() => go('/settings')}>
        {t('backups.banner.open')}
      </Button>
    </div>
  );
}

function RestoredBanner() {
  const { t } = useTranslation();
  const salvagedText = useSalvagedText();
  const last = useRestored((state) => state.last);
  if (!last) return null;
  const { aside, salvaged } = last;
  return (
    <div className={classes.banner} role="status">
      <IconHistory size={18} aria-hidden />
      <span>
        {t('backups.restore.done')}
        {salvaged && ` ${salvagedText(salvaged)}`}
        {aside && ` ${t('backups.restore.aside', { folder: aside })}`}
      </span>
      <CloseButton
        size={24}
        ml="auto"
        aria-label={t('common.close')}
        onClick={() => useRestored.setState({ last: null })}
      />
    </div>
  );
}

function useSalvagedText(): (salvaged: Salvaged) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ actions, records, lostPages, refused }) => {
    const counted = (count: number) => ({ count, number: format.number(count) });
    const saved = Math.max(actions, records > 0 ? 1 : 0);
    return [
      saved > 0 ? t('backups.salvaged.all', counted(saved)) : t('backups.salvaged.none'),
      lostPages > 0 && t('backups.salvaged.lost', counted(lostPages)),
      refused > 0 && t('backups.salvaged.refused', counted(refused)),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
