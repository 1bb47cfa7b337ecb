/** Recordings that were cut off when the program ended: kept up to the last second, to be attached or let go of. */
import { Button, Group, Text } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type AttachmentPlace, again } from '#renderer/lib/attachment-bytes.ts';
import { rpc } from '#renderer/lib/client.ts';
import { fileSize } from '#renderer/lib/file-size.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { WaitingRow } from '#shared/contract/attachments.ts';
import classes from './attachments.module.css';

export function RecoveredMemos({ place }: { place: AttachmentPlace }) {
  const waiting = useLive('attachments', 'waiting', { client: place.client });
  const rows = waiting.data?.filter(
    ({ meeting, contract }) =>
      (!place.meeting || meeting === place.meeting) && (!place.contract || contract === place.contract),
  );
  return rows?.map((row) => <Recovered key={row.id} row={row} />) ?? null;
}

function Recovered({ row }: { row: WaitingRow }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const { id, client, interaction, meeting, contract, at, size } = row;

  async function attach(): Promise<void> {
    const finished = await run(again(() => rpc.attachments.finish({ id })));
    if (!finished) return;
    const values = { id, client, interaction, meeting, contract, takenAt: at };
    await run(rpc.attachments.add({ ...values, caption: t('attachments.recovered') }), {
      done: 'attachments.added',
      undoable: true,
    });
  }
  return (
    <div className={classes.recovered}>
      <Text size="sm" fw={600} className={classes.recoveredTitle}>
        <IconMicrophone size={18} stroke={1.6} aria-hidden />
        {t('attachments.recovered')}
      </Text>
      <Text size="sm">
        {t('attachments.recoveredText', {
          when: format.instant(at),
          size: fileSize(size, i18n.language),
        })}
      </Text>
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" onClick={() => void attach()}>
          {t('attachments.recoveredAttach')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => void run(rpc.attachments.discard({ id }))}
        >
          {t('attachments.recoveredDiscard')}
        </Button>
      </Group>
    </div>
  );
}
