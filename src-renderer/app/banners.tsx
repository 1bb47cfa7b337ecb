/** Calm bands above the content: the engine is away, or this is the demo base. */
import { Button, CloseButton } from '@mantine/core';
import { IconPlugConnectedX, IconShieldCheck, IconTheater } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLine } from '#renderer/lib/connection.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { useLive } from '#renderer/lib/live.ts';
import { openBase } from '#renderer/lib/open-base.ts';
import type { Settings } from '#renderer/lib/preferences.ts';
import { BackupBanners } from './backup-banners.tsx';
import { DesktopBanners } from './desktop-banners.tsx';
import classes from './frame.module.css';
import { KeyBanners } from './gate/key-banners.tsx';
import { ReminderBanner } from './reminder-banner.tsx';
import { useEngineEnded } from './use-desktop.ts';
import { useLate } from './use-late.ts';

export function Banners({ settings }: { settings: Settings }) {
  const lost = useLine((line) => line.state === 'lost');
  const ended = useEngineEnded((state) => state.ended);
  return (
    <>
      {lost && !ended && <LostBanner />}
      {settings.profile.kind === 'demo' ? <DemoBanner /> : <OwnBanners />}
      <ReminderBanner />
      <UncleanBanner />
      <DesktopBanners />
    </>
  );
}

function OwnBanners() {
  return (
    <>
      <KeyBanners />
      <BackupBanners />
    </>
  );
}

/** A line that is mended within half a second is not worth a word. */
function LostBanner() {
  const { t } = useTranslation();
  const worthSaying = useLate(500);
  const long = useLate(10_000);
  if (!worthSaying) return null;
  return (
    <div className={classes.banner} data-tone="late" role="alert">
      <IconPlugConnectedX size={18} aria-hidden />
      <span>{long ? t(desktop ? 'inDesktop.silent' : 'app.reconnectingLong') : t('app.reconnecting')}</span>
    </div>
  );
}

function DemoBanner() {
  const { t } = useTranslation();
  return (
    <div className={classes.banner} data-tone="look">
      <IconTheater size={18} aria-hidden />
      <span>{t('app.demoBanner')}</span>
      <Button size="compact-sm" variant="default" ml="auto" onClick={() => void openBase('own')}>
        {t('app.demoLeave')}
      </Button>
    </div>
  );
}

/** The last session broke off; the engine has checked the file before opening it. Said once, until it is read. */
function UncleanBanner() {
  const { t } = useTranslation();
  const [read, setRead] = useState(false);
  const unclean = useLive('status', 'get', {}).data?.uncleanExit ?? false;
  if (!unclean || read) return null;
  return (
    <div className={classes.banner} role="status">
      <IconShieldCheck size={18} aria-hidden />
      <span>{t('app.status.unclean')}</span>
      <CloseButton size={24} ml="auto" aria-label={t('common.close')} onClick={() => setRead(true)} />
    </div>
  );
}
