/** The program on this computer: whether it starts together with it. Nothing where that cannot be had. */
import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import type { StartWithSystem } from '#shared/desktop/bridge.ts';
import { Section } from '#renderer/ui/section.tsx';

export function DesktopSection() {
  const { t } = useTranslation();
  const [start, setStart] = useState<StartWithSystem>();
  useEffect(() => {
    void desktop?.startWithSystem().then(setStart);
  }, []);
  if (!desktop || !start?.available) return null;
  const { setStartWithSystem } = desktop;
  return (
    <Section title={t('inDesktop.title')}>
      <Switch
        label={t('inDesktop.startSwitch')}
        description={t('inDesktop.startHint')}
        checked={start.on}
        onChange={(event) => void setStartWithSystem(event.currentTarget.checked).then(setStart)}
      />
    </Section>
  );
}
