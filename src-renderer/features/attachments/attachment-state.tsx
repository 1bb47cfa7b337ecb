/** Where the bytes are, when that is worth a word: on their way, not on this computer yet, or nowhere. */
import { Button, Group, Text } from '@mantine/core';
import { IconCloudDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { fileSize } from '#renderer/lib/file-size.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { AttachmentRow } from '#shared/contract/attachments.ts';

export function AttachmentState({ row }: { row: AttachmentRow }) {
  const { t, i18n } = useTranslation();
  const run = useRun();
  const isSignedIn = Boolean(useLive('sync', 'state', {}).data?.connection);
  const { state, moved, size, wanted } = row;
  const part = size === 0 ? 0 : Math.floor((moved / size) * 100);
  if (state === 'uploading') return <Words text={t('attachments.uploading', { part })} />;
  if (state === 'local' || state === 'stored') return null;
  if (state === 'missing') return <Words text={t('attachments.missing')} />;
  if (moved > 0) return <Words text={t('attachments.fetching', { part })} />;
  if (wanted) return <Words text={t('attachments.wanted')} />;
  return (
    <Group gap={4}>
      <Words text={t('attachments.remote')} />
      {isSignedIn && (
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconCloudDownload size={14} />}
          onClick={() => void run(rpc.attachments.fetch({ id: row.id }))}
        >
          {t('attachments.fetch', { size: fileSize(size, i18n.language) })}
        </Button>
      )}
    </Group>
  );
}

function Words({ text }: { text: string }) {
  return (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  );
}
