/** Calm bands above the content: the engine is away, or this is the demo base. */
import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconTheater } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLine } from '#renderer/lib/connection.ts';
import { openBase } from '#renderer/lib/open-base.ts';
import type { Settings } from '#renderer/lib/preferences.ts';
import classes from './frame.module.css';
import { useLate } from './use-late.ts';

export function Banners({ settings }: { settings: Settings }) {
  const lost = useLine((line) => line.state === 'lost');
  return (
    <>
      {lost && <LostBanner />}
      {settings.profile.kind === 'demo' && <DemoBanner />}
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
      <span>{t(long ? 'app.reconnectingLong' : 'app.reconnecting')}</span>
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
