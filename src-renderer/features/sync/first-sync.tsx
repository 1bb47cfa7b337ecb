/** The first copy of the firm's base arriving: how far it is, what is not here yet, and that one can work already. */
import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { SyncState } from '#shared/contract/sync.ts';

export function FirstSync({ progress }: { progress: NonNullable<SyncState['firstSync']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slice, received, total, usable } = progress;
  const said = say(`sync.first.${slice}`);
  const share = total ? Math.min(1, received / total) : null;
  return (
    <Section title={t('sync.first.title')}>
      <Text fw={600} role="status">
        {t(usable ? 'sync.first.usable' : 'sync.first.notYet')}
      </Text>
      <Progress
        size="lg"
        value={share === null ? 100 : share * 100}
        animated={share === null}
        aria-label={said}
      />
      <Text c="dimmed">
        {said}{' '}
        {total === null ? (
          <Plural of="sync.first.received" count={received} />
        ) : (
          t('sync.first.receivedOf', { received: format.number(received), total: format.number(total) })
        )}
      </Text>
    </Section>
  );
}
