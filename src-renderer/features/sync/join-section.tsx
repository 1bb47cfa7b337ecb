/** A base that is not empty meets the firm's: what will become of each client, before anything is changed. */
import { Button, Group, List, Progress, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { Section } from '#renderer/ui/section.tsx';
import type { JoinPlan, SyncState } from '#shared/contract/sync.ts';
import classes from './sync.module.css';

/** In the order in which a reader wants to know them. */
const OUTCOMES = ['same', 'differing', 'doubtful', 'mine'] as const;
const EXAMPLES = 8;

export function JoinSection({ joining: { plan, progress } }: { joining: NonNullable<SyncState['joining']> }) {
  const { t } = useTranslation();
  const run = useRun();
  const [busy, setBusy] = useState<'join' | 'cancel'>();
  const ask = (what: 'join' | 'cancel') => {
    setBusy(what);
    const asked =
      what === 'join'
        ? run(rpc.sync.join({}), { done: 'sync.join.joined' })
        : run(rpc.sync.cancelJoin({}), { done: 'sync.join.cancelled' });
    void asked.finally(() => setBusy(undefined));
  };
  const working = busy === 'join' || progress !== null;
  return (
    <div className={classes.narrow}>
      <Section title={t('sync.join.title')}>
        {plan ? <Plan plan={plan} /> : <Text>{t('sync.join.reading')}</Text>}
        {(working || !plan) && (
          <Progress
            size="lg"
            value={progress === null ? 100 : progress * 100}
            animated={progress === null}
            aria-label={t(plan ? 'sync.join.joining' : 'sync.join.progress')}
          />
        )}
        {working && plan && <Text role="status">{t('sync.join.joining')}</Text>}
        <Group gap="xs">
          {plan && (
            <Button loading={working} disabled={busy === 'cancel'} onClick={() => ask('join')}>
              {t('sync.join.confirm')}
            </Button>
          )}
          <Button
            variant="default"
            loading={busy === 'cancel'}
            disabled={working && plan !== null}
            onClick={() => ask('cancel')}
          >
            {t('sync.join.cancel')}
          </Button>
        </Group>
      </Section>
    </div>
  );
}

function Plan({ plan }: { plan: JoinPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = (key: string, count: number) => say(key, { count, number: format.number(count) });
  const examples = plan.doubtful.slice(0, EXAMPLES);
  return (
    <>
      <Text>
        {t('sync.join.lead', {
          clients: counted('app.status.clients', plan.server.clients),
          contacts: counted('app.status.contacts', plan.server.contacts),
        })}
      </Text>
      <List spacing={4}>
        {OUTCOMES.filter((outcome) => plan.clients[outcome] > 0).map((outcome) => (
          <List.Item key={outcome}>{counted(`sync.join.${outcome}`, plan.clients[outcome])}</List.Item>
        ))}
      </List>
      {OUTCOMES.some((outcome) => plan.contacts[outcome] > 0) && (
        <Text c="dimmed">
          {t(
            'sync.join.contacts',
            Object.fromEntries(
              OUTCOMES.map((outcome) => [outcome, format.number(plan.contacts[outcome])]),
            ) as Record<(typeof OUTCOMES)[number], string>,
          )}
        </Text>
      )}
      <Text>{t('sync.join.visits')}</Text>
      {examples.length > 0 && (
        <Table verticalSpacing={4} captionSide="top">
          <Table.Caption className={classes.caption}>{t('sync.join.examples')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sync.join.here')}</Table.Th>
              <Table.Th>{t('sync.join.there')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {examples.map(({ mine, theirs }) => (
              <Table.Tr key={`${mine} ${theirs}`}>
                <Table.Td>{mine}</Table.Td>
                <Table.Td>{theirs}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
