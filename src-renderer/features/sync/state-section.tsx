/** How the exchange is doing, what keeps it from going on, and the two things one can do about it. */
import { Alert, Button, Group, Switch, Text } from '@mantine/core';
import { IconArrowsSplit2, IconClockExclamation, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useRun } from '#renderer/lib/run.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { exchangeNow } from './exchange-now.ts';
import { clockWords, type ConnectedState, nextTryWords } from './sync-words.ts';

interface StateSectionProps {
  state: ConnectedState;
  /** Brings back the question that was put off. */
  onDecide: (() => void) | undefined;
}

export function StateSection({ state, onDecide }: StateSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const [busy, setBusy] = useState(false);
  const clock = clockWords(state.clockAheadMs, format);
  const { lastExchangeAt, trouble } = state;
  return (
    <Section title={t('sync.state.title')}>
      <div aria-live="polite">
        <Text fw={600}>{phaseText()}</Text>
        {trouble && !state.staysOffline && (trouble.reason !== 'manyLeaving' || onDecide) && (
          <Text>
            {t(`sync.trouble.${trouble.reason}`)}{' '}
            <Text span inherit c="dimmed" title={format.instant(trouble.since)}>
              {t('sync.trouble.since', { when: format.instant(trouble.since) })}{' '}
              {nextTryWords(trouble.nextTryAt, format)}
            </Text>
          </Text>
        )}
      </div>
      {onDecide && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={onDecide}>
          {t('sync.leaving.decide')}
        </Button>
      )}
      <Text c="dimmed" title={format.instant(lastExchangeAt)}>
        {lastExchangeAt === null
          ? t('sync.state.never')
          : t('sync.state.last', { when: format.relative(lastExchangeAt) })}
      </Text>
      {clock && (
        <Alert color="orange" variant="light" icon={<IconClockExclamation size={18} />}>
          {clock}
        </Alert>
      )}
      <Group gap="xs">
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          // Not while an exchange of its own accord runs: the press would be lost, and the next exchange answers it.
          loading={busy}
          onClick={() => {
            setBusy(true);
            void exchangeNow().finally(() => setBusy(false));
          }}
        >
          {t('sync.state.now')}
        </Button>
        {state.openConflicts > 0 && (
          <Button
            component={Link}
            href="/sync/conflicts"
            variant="default"
            leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
          >
            {t('sync.state.toConflicts')}: <Plural of="sync.line.conflicts" count={state.openConflicts} />
          </Button>
        )}
      </Group>
      <Switch
        label={t('sync.state.stayOffline')}
        description={t('sync.state.stayOfflineHint')}
        checked={state.staysOffline}
        onChange={(event) => void run(rpc.sync.stayOffline({ on: event.currentTarget.checked }))}
      />
    </Section>
  );

  function phaseText(): string {
    if (state.phase === 'verifying') return t('sync.state.verifying');
    if (state.phase === 'firstSync' || state.firstSync) return t('sync.state.firstSync');
    if (state.phase === 'exchanging') return t('sync.state.exchanging');
    if (state.staysOffline) return t('sync.state.staysOffline');
    if (trouble?.reason === 'revoked' || trouble?.reason === 'ended') return t('sync.state.signedOut');
    if (trouble || state.unsent + state.unsentFiles.count > 0) return t('sync.state.waits');
    return t('sync.state.idle');
  }
}
