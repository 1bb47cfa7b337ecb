/** What was merged into a record: each can be made a record of its own again. */
import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import classes from './merged-records.module.css';

interface MergedRecordsProps {
  kind: 'client' | 'contact';
  records: readonly { id: string; name: string; detail?: string }[];
}

export function MergedRecords({ kind, records }: MergedRecordsProps) {
  const { t } = useTranslation();
  const run = useRun();
  if (records.length === 0) return null;
  const split = (id: string, name: string) =>
    run(rpc[kind === 'client' ? 'clients' : 'contacts'].unmerge({ id }), {
      done: 'duplicates.splitDone',
      params: { name },
      undoable: true,
    });
  return (
    <section aria-label={t('duplicates.section')} className={classes.section}>
      <Title order={2} className={classes.title}>
        {t('duplicates.section')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('duplicates.sectionText')}
      </Text>
      <ul className={classes.records}>
        {records.map(({ id, name, detail }) => (
          <li key={id}>
            <div className={classes.text}>
              <Text size="sm">{name}</Text>
              {detail && (
                <Text size="sm" c="dimmed">
                  {detail}
                </Text>
              )}
            </div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('duplicates.splitOne', { name })}
              onClick={() => void split(id, name)}
            >
              {t('duplicates.split')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Said once to whoever came by the address of a record that is shown here: `?from=<id>`. */
export function CameFrom({
  records,
  into,
}: {
  records: readonly { id: string; name: string }[];
  into: string;
}) {
  const { t } = useTranslation();
  const from = new URLSearchParams(useSearch()).get('from');
  const record = records.find(({ id }) => id === from);
  if (!record) return null;
  return (
    <Text size="sm" role="status" className={classes.cameFrom}>
      {t('duplicates.cameFrom', { name: record.name, into })}
    </Text>
  );
}
