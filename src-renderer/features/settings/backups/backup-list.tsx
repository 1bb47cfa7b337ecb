/** Backups to go back to, newest first: when, what they hold, how large and where they are. */
import { Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import type { Backup } from '#shared/contract/backups.ts';
import { countsText } from './backup-words.ts';
import { downloadBackup } from '#renderer/lib/download-backup.ts';

interface BackupListProps {
  backups: readonly Backup[];
  onRestore(backup: Backup): void;
}

export function BackupList({ backups, onRestore }: BackupListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (backups.length === 0) return null;
  return (
    <Table verticalSpacing="xs" aria-label={t('backups.list')}>
      <Table.Tbody>
        {backups.map((backup) => {
          const { id, createdAt, bytes, counts, places } = backup;
          const when = format.instant(createdAt);
          return (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {when}
                <Text size="sm" c="dimmed" fw={400}>
                  {counts ? countsText(counts, format) : t('backups.aside')}
                </Text>
              </Table.Th>
              <Table.Td>
                <Text size="sm" ta="right">
                  {format.size(bytes)}
                </Text>
                <Text size="sm" c="dimmed" ta="right">
                  {places.map((place) => t(`backups.where.${place}`)).join(', ')}
                </Text>
              </Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  {counts && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`${t('backups.download')}: ${when}`}
                      onClick={() => void downloadBackup(id)}
                    >
                      {t('backups.download')}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('backups.restoreThis')} ${when}`}
                    onClick={() => onRestore(backup)}
                  >
                    {t('backups.restoreThis')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
