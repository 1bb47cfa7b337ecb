/** What was changed on the record: before and after, by whom and when, each to be put back. */
import { Table, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { fieldLabel, say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { OlderValues } from '#renderer/ui/older-values.tsx';
import { RestoreButton } from '#renderer/ui/restore-button.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { fieldsOfUnit, unitValue, useValueWords, type ValueWords } from '#renderer/ui/value-words.ts';
import { entityNamed } from '#shared/entities/index.ts';
import classes from './client-desk.module.css';
import { Loading } from '#renderer/ui/loading.tsx';

interface ClientHistoryProps {
  client: string;
}

export function ClientHistory({ client }: ClientHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const history = useLive('history', 'of', { entity: 'client', id: client });
  if (history.error) return <Sentence error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Loading size="sm" />;
  if (history.data.length === 0) {
    return (
      <EmptyState
        icon={<IconHistory size={32} />}
        title={t('clients.history.empty')}
        action={<OlderValues entity="client" record={client} known={history.data} />}
      />
    );
  }
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table className={classes.history} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('clients.history.what')}</Table.Th>
            <Table.Th>{t('clients.history.before')}</Table.Th>
            <Table.Th>{t('clients.history.after')}</Table.Th>
            <Table.Th>{t('clients.history.who')}</Table.Th>
            <Table.Th>{t('clients.history.when')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.data.map((change, at) => (
            <Table.Tr key={history.data.length - at}>
              <Table.Td>{unitLabel(change.unit)}</Table.Td>
              <Table.Td className={classes.before}>
                {wordsOfUnit(words, change.unit, change.before) || <Missing />}
              </Table.Td>
              <Table.Td>{wordsOfUnit(words, change.unit, change.value) || <Missing />}</Table.Td>
              <Table.Td>{change.actorName ?? t('clients.history.unknown')}</Table.Td>
              <Table.Td title={format.instant(change.at)}>{format.relative(change.at)}</Table.Td>
              <Table.Td>
                <RestoreButton
                  entity="client"
                  record={client}
                  unit={change.unit}
                  value={unitValue(change.unit, change.before)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <OlderValues entity="client" record={client} known={history.data} />
    </Table.ScrollContainer>
  );
}

function Missing() {
  const { t } = useTranslation();
  return (
    <Text span inherit c="dimmed">
      {t('common.none')}
    </Text>
  );
}

/** The address is the only unit of several fields. */
function unitLabel(unit: string): string {
  return unit in entityNamed('client').fields ? fieldLabel('client', unit) : say('clients.units.address');
}

/** The parts of a unit of several fields are read one after another. */
function wordsOfUnit(words: ValueWords, unit: string, stored: unknown): string {
  const value = unitValue(unit, stored);
  return fieldsOfUnit('client', unit)
    .map((field) => words.of('client', field, value[field]))
    .filter(Boolean)
    .join(', ');
}
