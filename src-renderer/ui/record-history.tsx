/** What was changed on a record, on demand: field by field before and after, by whom and when, each to be put back. */
import { Button, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { Loading } from './loading.tsx';
import { OlderValues } from './older-values.tsx';
import classes from './record-history.module.css';
import { RestoreButton } from './restore-button.tsx';
import { Sentence } from './sentence.tsx';
import { differingFields, fieldName, unitValue, useValueWords } from './value-words.ts';

export interface RecordHistoryProps {
  entity: string;
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
  const words = useValueWords();
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
        {history.data.map((change, at) => {
          const when = format.relative(change.at);
          const before = unitValue(change.unit, change.before);
          const after = unitValue(change.unit, change.value);
          const fields = differingFields(entity, change.unit, [before, after]);
          return (
            <li key={history.data.length - at}>
              <div>
                <Text size="sm" c="dimmed" title={format.instant(change.at)}>
                  {change.actorName ? t('common.historyBy', { when, who: change.actorName }) : when}
                </Text>
                {fields.map((field) => {
                  const old = words.of(entity, field, before[field]);
                  return (
                    <div key={field} className={classes.line}>
                      {fieldName(entity, field)}: {old && <span className={classes.before}>{old}</span>}
                      {old && ' '}
                      {words.of(entity, field, after[field]) || t('common.none')}
                    </div>
                  );
                })}
              </div>
              <RestoreButton entity={entity} record={record} unit={change.unit} value={before} />
            </li>
          );
        })}
      </ul>
      <OlderValues entity={entity} record={record} known={history.data} />
    </section>
  );
}
