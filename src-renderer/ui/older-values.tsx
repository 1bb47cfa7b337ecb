/** Values that only the server still keeps, asked for when they are wanted. */
import { Button, Text } from '@mantine/core';
import { IconCloudDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { sentenceFor } from '#renderer/lib/problems.ts';
import { Loading } from './loading.tsx';
import classes from './record-history.module.css';
import { RestoreButton } from './restore-button.tsx';
import { fieldName, fieldsOfUnit, unitValue, useValueWords } from './value-words.ts';

interface OlderValuesProps {
  entity: string;
  record: string;
  /** What this device still has itself. */
  known: OutputOf<'history', 'of'>;
}

export function OlderValues(props: OlderValuesProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const connected = useLive('sync', 'state', {}).data?.connection != null;
  if (!connected) return null;
  if (asked) return <Asked {...props} />;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      mt={4}
      leftSection={<IconCloudDown size={16} />}
      onClick={() => setAsked(true)}
    >
      {t('common.historyOlder')}
    </Button>
  );
}

function Asked({ entity, record, known }: OlderValuesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords();
  const older = useLive('sync', 'olderHistory', { entity, id: record });
  if (older.error) {
    return (
      <Text size="sm" role="alert" mt={4}>
        {sentenceFor(older.error)}
        <Button variant="subtle" size="compact-sm" ml="xs" onClick={() => void older.refetch()}>
          {t('common.tryAgain')}
        </Button>
      </Text>
    );
  }
  if (!older.data) return <Loading size="sm" />;
  const here = new Set(known.map(({ change, unit }) => `${unit} ${change}`));
  const values = older.data.filter(({ change, unit }) => !here.has(`${unit} ${change}`));
  if (values.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt={4} role="status">
        {t('common.historyOlderNone')}
      </Text>
    );
  }
  return (
    <ul className={classes.changes} aria-label={t('common.historyOlder')}>
      {values.map(({ unit, change, value, at, actorName }) => {
        const when = format.relative(at);
        const written = unitValue(unit, value);
        return (
          <li key={`${unit}-${change}`}>
            <div>
              <Text size="sm" c="dimmed" title={format.instant(at)}>
                {actorName ? t('common.historyBy', { when, who: actorName }) : when}
              </Text>
              {fieldsOfUnit(entity, unit).map((field) => (
                <div key={field} className={classes.line}>
                  {fieldName(entity, field)}: {words.of(entity, field, written[field]) || t('common.none')}
                </div>
              ))}
            </div>
            <RestoreButton entity={entity} record={record} unit={unit} value={written} />
          </li>
        );
      })}
    </ul>
  );
}
