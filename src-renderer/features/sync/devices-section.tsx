/** The devices of this member, or of everybody for an administrator; a lost one is signed out from here. */
import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { WireMember } from '#shared/sync/wire.ts';
import { OnServer } from './on-server.tsx';
import classes from './sync.module.css';

type Device = OutputOf<'sync', 'devices'>[number];

export function DevicesSection({ me }: { me: WireMember }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const devices = useLive('sync', 'devices', {});
  const [asked, setAsked] = useState<Device>();

  async function revoke(device: Device): Promise<void> {
    const done = await run(rpc.sync.revokeDevice({ device: device.id }), { done: 'sync.devices.done' });
    setAsked(undefined);
    if (done) await devices.refetch();
  }

  return (
    <Section title={t('sync.devices.title')}>
      {devices.error && <OnServer error={devices.error} onRetry={() => void devices.refetch()} />}
      {!devices.data && !devices.error && <Loading size="sm" />}
      {devices.data && (
        <Table verticalSpacing="xs" aria-label={t('sync.devices.title')}>
          <Table.Tbody>
            {devices.data.map((device) => (
              <Table.Tr key={device.id}>
                <Table.Th scope="row" fw={500}>
                  {device.name}
                  <Text size="sm" c="dimmed" fw={400}>
                    {[device.member !== me.id && device.memberName, seenWords(device)]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Table.Th>
                <Table.Td className={classes.end}>
                  {device.own && <Text size="sm">{t('sync.devices.this')}</Text>}
                  {!device.own && device.revokedAt === null && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('sync.devices.revokeOf', { name: device.name })}
                      onClick={() => setAsked(device)}
                    >
                      {t('sync.devices.revoke')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('sync.devices.revokeTitle', { name: asked?.name ?? '' })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Text mb="md">{t('sync.devices.revokeText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsked(undefined)}>
            {t('common.cancel')}
          </Button>
          <Button variant="light" color="red" onClick={() => asked && void revoke(asked)}>
            {t('sync.devices.revokeYes')}
          </Button>
        </Group>
      </Modal>
    </Section>
  );

  function seenWords({ lastSeenAt, revokedAt }: Device): string {
    if (revokedAt !== null) return t('sync.devices.revoked', { when: format.relative(revokedAt) });
    if (lastSeenAt === null) return t('sync.devices.never');
    return t('sync.devices.seen', { when: format.relative(lastSeenAt) });
  }
}
