/** Newer versions of the program on this computer, each step by a button; nothing in a browser. */
import { Button, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useUpdates } from '#renderer/lib/updates.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { DesktopBridge } from '#shared/desktop/bridge.ts';
import type { UpdateState } from '#shared/desktop/updates.ts';
import { Section } from '#renderer/ui/section.tsx';

export function UpdatesSection() {
  const { t } = useTranslation();
  const state = useUpdates();
  if (!desktop || !state) return null;
  return (
    <Section title={t('updates.title')}>
      <Stack gap="sm" align="start" aria-live="polite">
        <Step state={state} bridge={desktop} />
      </Stack>
    </Section>
  );
}

function Step({ state, bridge }: { state: UpdateState; bridge: DesktopBridge }) {
  const { t } = useTranslation();
  const format = useFormat();
  const check = (
    <Button variant="default" onClick={() => void bridge.checkUpdates()}>
      {t('updates.check')}
    </Button>
  );
  switch (state.step) {
    case 'off':
      return <Text>{t('updates.off')}</Text>;
    case 'idle':
      return (
        <>
          <Text>{t('updates.idle')}</Text>
          {check}
        </>
      );
    case 'checking':
      return <Text>{t('updates.checking')}</Text>;
    case 'current':
      return (
        <>
          <Text>{t('updates.current', { when: format.instant(state.checkedAt) })}</Text>
          {check}
        </>
      );
    case 'available': {
      const { version, bytes } = state;
      const said =
        bytes === null
          ? t('updates.available', { version })
          : t('updates.availableSize', { version, size: format.size(bytes) });
      return (
        <>
          <Text>{said}</Text>
          <Button onClick={() => void bridge.downloadUpdate()}>{t('updates.download')}</Button>
        </>
      );
    }
    case 'downloading': {
      const said = t('updates.downloading', { version: state.version });
      return (
        <>
          <Text>{said}</Text>
          <Progress w="100%" value={state.percent} aria-label={said} />
        </>
      );
    }
    case 'ready':
      return (
        <>
          <Text>{t('updates.ready', { version: state.version })}</Text>
          <Text c="dimmed">{t('updates.readyHint')}</Text>
          <Button onClick={() => void bridge.installUpdate()}>{t('updates.install')}</Button>
        </>
      );
    case 'trouble':
      return (
        <>
          <Sentence error={t(`updates.trouble.${state.trouble}`)} />
          {check}
        </>
      );
  }
}
