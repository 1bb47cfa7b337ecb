/** What was changed about a person: before, after, by whom and when. */
import { Loader, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { contact as contactEntity } from '#shared/entities/clients.ts';
import classes from './contacts.module.css';

export function ContactHistory({ contact }: { contact: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useLive('history', 'of', { entity: 'contact', id: contact });
  if (history.error) return <Sentence error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Loader size="sm" aria-label={t('common.loading')} />;
  return (
    <section aria-label={t('contacts.history')}>
      <Title order={2} className={classes.sectionTitle}>
        {t('contacts.history')}
      </Title>
      {history.data.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('contacts.historyNone')}
        </Text>
      )}
      <ul className={classes.changes}>
        {history.data.map((change) => {
          const when = format.relative(change.at);
          const before = valueText(change.unit, change.before);
          return (
            <li key={`${change.unit}-${change.at}`}>
              <Text size="sm" c="dimmed" title={format.instant(change.at)}>
                {change.actorName ? t('contacts.historyBy', { when, who: change.actorName }) : when}
              </Text>
              <div className={classes.changeLine}>
                {unitLabel(change.unit)}: {before && <span className={classes.before}>{before}</span>}{' '}
                {valueText(change.unit, change.value) || t('common.none')}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );

  /** The name is the only unit of several fields. */
  function unitLabel(unit: string): string {
    return unit in contactEntity.fields ? fieldLabel('contact', unit) : t('contacts.unitName');
  }
}

/** A list is read value by value, a unit of several fields in the order of the entity. */
function valueText(unit: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value.map((one) => String((one as { value?: unknown }).value ?? one)).join(', ');
  if (typeof value === 'object') {
    const parts = value as Record<string, unknown>;
    return Object.keys(contactEntity.fields)
      .map((field) => parts[field])
      .filter(Boolean)
      .join(' ');
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const isChoice = contactEntity.fields[unit as keyof typeof contactEntity.fields]?.kind === 'choice';
  return isChoice ? choiceLabel('contact', unit, text) : text;
}
