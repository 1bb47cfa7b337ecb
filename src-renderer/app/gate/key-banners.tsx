/** Bands about opening the base: no recovery code is kept yet, or this computer does not open it by itself. */
import { Button, CloseButton } from '@mantine/core';
import { IconKey, IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useLive } from '#renderer/lib/live.ts';
import { runCommand } from '#renderer/lib/run.ts';
import { MAKE_CODE } from '#renderer/features/settings/code-part.tsx';
import classes from '../frame.module.css';

export function KeyBanners() {
  const keys = useLive('keys', 'state', {}).data;
  if (!keys) return null;
  return (
    <>
      {!keys.ways.some(({ kind }) => kind === 'recoveryCode') && <NoCodeBanner />}
      {keys.canRemember && <RememberBanner />}
    </>
  );
}

function NoCodeBanner() {
  const { t } = useTranslation();
  const [place, go] = useLocation();
  return (
    <div className={classes.banner} data-tone="look" role="status">
      <IconLifebuoy size={18} aria-hidden />
      <span>{t('access.banner.noCode')}</span>
      {place !== '/settings' && (
        <Button
          size="compact-sm"
          variant="default"
          ml="auto"
          onClick={() => go('/settings', { state: MAKE_CODE })}
        >
          {t('access.banner.make')}
        </Button>
      )}
    </div>
  );
}

/** Asked once a session; nothing is added to the computer without this answer. */
function RememberBanner() {
  const { t } = useTranslation();
  const [answered, setAnswered] = useState(false);
  const [busy, setBusy] = useState(false);
  if (answered) return null;
  return (
    <div className={classes.banner} role="status">
      <IconKey size={18} aria-hidden />
      <span>{t('access.banner.remember')}</span>
      <Button
        size="compact-sm"
        variant="default"
        ml="auto"
        loading={busy}
        onClick={() => {
          setBusy(true);
          void runCommand(rpc.keys.remember({}), { done: 'access.banner.remembered' }).finally(() =>
            setBusy(false),
          );
        }}
      >
        {t('access.banner.rememberYes')}
      </Button>
      <CloseButton size={24} aria-label={t('access.banner.rememberNo')} onClick={() => setAnswered(true)} />
    </div>
  );
}
