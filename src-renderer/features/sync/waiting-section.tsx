/** What this device has and the server has not yet, by kind of record. */
import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { Section } from '#renderer/ui/section.tsx';
import { type ConnectedState, filesWords, waitingWords } from './sync-words.ts';

export function WaitingSection({ state }: { state: ConnectedState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { waiting, oldestUnsentAt, unsentFiles } = state;
  return (
    <Section title={t('sync.waiting.title')}>
      {waiting.length + unsentFiles.count === 0 ? (
        <Text c="dimmed">{t('sync.waiting.none')}</Text>
      ) : (
        <List spacing={2}>
          {waiting.map(({ entity, count }) => (
            <List.Item key={entity}>{waitingWords(entity, count, format)}</List.Item>
          ))}
          {unsentFiles.count > 0 && (
            <List.Item>{filesWords('sync.waiting.files', unsentFiles, format)}</List.Item>
          )}
        </List>
      )}
      {oldestUnsentAt !== null && (
        <Text c="dimmed" title={format.instant(oldestUnsentAt)}>
          {t('sync.waiting.oldest', { when: format.relative(oldestUnsentAt) })}
        </Text>
      )}
    </Section>
  );
}
