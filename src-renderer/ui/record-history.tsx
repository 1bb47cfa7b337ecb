/** What was changed on a record, on demand: field by field before and after, by whom and when. */
import { Button, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { type InputOf, type OutputOf, useLive } from '#renderer/lib/live.ts';
import { entityNamed } from '#shared/entities/index.ts';
import classes from './record-history.module.css';
import { Sentence } from './sentence.tsx';
import { Loading } from './loading.tsx';

type EntityName = InputOf<'history', 'of'>['entity'];
type Change = OutputOf<'history', 'of'>[number];

export interface RecordHistoryProps {
  entity: EntityName;
  record: string;
}

export function RecordHistory(props: RecordHistoryProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  if (shown) return <Changes {...props} />;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      style={{ alignSelf: 'flex-start' }}
      leftSection={<IconHistory size={16} />}
      onClick={() => setShown(true)}
    >
      {t('common.historyShow')}
    </Button>
  );
}

function Changes({ entity, record }: RecordHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useLive('history', 'of', { entity, id: record });
  if (history.error) return <Sentence error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Loading size="sm" />;
  return (
    <section aria-label={t('common.history')}>
      <Title order={2} size="h3" mb={4}>
        {t('common.history')}
      </Title>
      {history.data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('common.historyNone')}
        </Text>
      )}
      <ul className={classes.changes}>
        {history.data.map((change) => {
          const when = format.relative(change.at);
          return (
            <li key={`${change.unit}-${change.at}`}>
              <Text size="sm" c="dimmed" title={format.instant(change.at)}>
                {change.actorName ? t('common.historyBy', { when, who: change.actorName }) : when}
              </Text>
              {linesOf(entity, change, format).map(({ field, before, after }) => (
                <div key={field} className={classes.line}>
                  {fieldLabel(entity, field)}: {before && <span className={classes.before}>{before}</span>}
                  {before && ' '}
                  {after || t('common.none')}
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface Line {
  field: string;
  before: string;
  after: string;
}

/** A unit of several fields is told by those of them that differ. */
function linesOf(entity: EntityName, { unit, before, value }: Change, format: Format): Line[] {
  const fields = entityNamed(entity).units[unit] ?? [unit];
  const partOf = (whole: unknown, field: string) =>
    field === unit ? whole : (whole as Record<string, unknown> | null | undefined)?.[field];
  return fields
    .map((field) => ({ field, from: partOf(before, field), to: partOf(value, field) }))
    .filter(({ from, to }) => JSON.stringify(from ?? null) !== JSON.stringify(to ?? null))
    .map(({ field, from, to }) => ({
      field,
      before: valueText(entity, field, from, format),
      after: valueText(entity, field, to, format),
    }));
}

function valueText(entity: EntityName, field: string, value: unknown, format: Format): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value.map((one) => String((one as { value?: unknown }).value ?? one)).join(', ');
  switch (entityNamed(entity).fields[field]?.kind) {
    case 'choice':
      return choiceLabel(entity, field, value as string);
    case 'day':
      return format.day(value as string);
    case 'instant':
      return format.instant(Number(value));
    case 'flag':
      return value ? say('common.yes') : say('common.no');
    // An id says nothing to a reader.
    case 'reference':
      return say('common.chosen');
    default:
      return typeof value === 'number' ? format.number(value) : (value as string);
  }
}
