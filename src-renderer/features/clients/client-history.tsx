/** What was changed on the record: before and after, by whom and when. */
import { Table, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { entityNamed } from '#shared/entities/index.ts';
import classes from './client-desk.module.css';
import { Loading } from '#renderer/ui/loading.tsx';

interface ClientHistoryProps {
  client: string;
}

export function ClientHistory({ client }: ClientHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const members = useLive('settings', 'members', {}).data ?? [];
  const names = new Map(members.map((member) => [member.id, member.name]));
  const history = useLive('history', 'of', { entity: 'client', id: client });
  if (history.error) return <Sentence error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Loading size="sm" />;
  if (history.data.length === 0) {
    return <EmptyState icon={<IconHistory size={32} />} title={t('clients.history.empty')} />;
  }
  const text = (unit: string, value: unknown) => valueText(unit, value, format.country, names);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table className={classes.history} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('clients.history.what')}</Table.Th>
            <Table.Th>{t('clients.history.before')}</Table.Th>
            <Table.Th>{t('clients.history.after')}</Table.Th>
            <Table.Th>{t('clients.history.who')}</Table.Th>
            <Table.Th>{t('clients.history.when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.data.map((change) => (
            <Table.Tr key={`${change.unit}-${change.at}`}>
              <Table.Td>{unitLabel(change.unit)}</Table.Td>
              <Table.Td className={classes.before}>
                {text(change.unit, change.before) || <Missing />}
              </Table.Td>
              <Table.Td>{text(change.unit, change.value) || <Missing />}</Table.Td>
              <Table.Td>{change.actorName ?? t('clients.history.unknown')}</Table.Td>
              <Table.Td title={format.instant(change.at)}>{format.relative(change.at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
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

/** A unit of several fields holds an object by field; its parts are read one after another. */
function valueText(
  unit: string,
  value: unknown,
  country: (code: string) => string,
  names: Map<string, string>,
): string {
  if (value === null || value === undefined) return '';
  const field = entityNamed('client').fields[unit];
  if (Array.isArray(value)) {
    return value
      .map((one) => valueText('', (one as { value?: unknown }).value ?? one, country, names))
      .join('\n');
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([part, of]) => (part === 'kind' ? '' : valueText(part, of, country, names)))
      .filter(Boolean)
      .join(', ');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field?.kind === 'choice') return choiceLabel('client', unit, text);
  if (unit === 'country') return country(text);
  if (field?.to === 'member') return names.get(text) ?? '';
  return text;
}
