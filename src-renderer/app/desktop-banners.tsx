/** Bands that only the desktop has: an engine that was given up, and the one question about starting with the system. */
import { Button, Group } from '@mantine/core';
import { IconDeviceDesktop, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import classes from './frame.module.css';
import { UpdateBanner } from './update-banner.tsx';
import { useBackupNotice } from './use-backup-notice.ts';
import { useEngineEnded } from './use-desktop.ts';

/** Not at the first moment: whoever opens the window came to do something else. */
const ASK_AFTER_MS = 60_000;

export function DesktopBanners() {
  useBackupNotice();
  const ended = useEngineEnded((state) => state.ended);
  return (
    <>
      {ended && <EndedBanner />}
      <StartQuestion />
      <UpdateBanner />
    </>
  );
}

function EndedBanner() {
  const { t } = useTranslation();
  return (
    <div className={classes.banner} data-tone="late" role="alert">
      <IconPlugConnectedX size={18} aria-hidden />
      <span>{t('inDesktop.ended')}</span>
      <Button size="compact-sm" variant="default" ml="auto" onClick={() => void desktop?.startAgain()}>
        {t('inDesktop.startAgain')}
      </Button>
    </div>
  );
}

function StartQuestion() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!desktop) return;
    const { startWithSystem } = desktop;
    const timer = setTimeout(() => void startWithSystem().then(({ ask }) => setAsked(ask)), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!asked) return null;
  const answer = (on: boolean) => {
    setAsked(false);
    void desktop?.setStartWithSystem(on);
  };
  return (
    <div className={classes.banner} role="status">
      <IconDeviceDesktop size={18} aria-hidden />
      <span>{t('inDesktop.startAsk')}</span>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={() => answer(true)}>
          {t('inDesktop.startYes')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => answer(false)}>
          {t('inDesktop.startNo')}
        </Button>
      </Group>
    </div>
  );
}
