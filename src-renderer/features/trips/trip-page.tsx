/** One trip, edited where it stands. */
import { Anchor, Button, Text, Title } from '@mantine/core';
import { IconCarOff, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { wayOf } from './trip-table.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import classes from './trips.module.css';

const FIELDS = ['on', 'kilometres', 'fromPlace', 'toPlace', 'purpose', 'vehicle'] as const;

interface TripPageProps {
  id: string;
  places: string[];
  onRemoved(): void;
}

export function TripPage({ id, places, onRemoved }: TripPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const page = useLive('trips', 'get', { id });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return <EmptyState icon={<IconCarOff size={32} />} title={t('trips.gone')} text={t('trips.goneText')} />;
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  const { trip, clientName } = page.data;

  async function remove() {
    const removed = await run(rpc.trips.remove({ id }), { done: 'trips.removed', undoable: true });
    if (removed) onRemoved();
  }

  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <header className={classes.head}>
          <div>
            <Title order={1} size="h2">
              {wayOf(trip) || t('trips.trip')}
            </Title>
            <Text size="sm" c="dimmed">
              {format.day(trip.on)}
              {trip.client && (
                <>
                  {' · '}
                  <Anchor component={Link} href={`/clients/${trip.client}`} inherit>
                    {clientName}
                  </Anchor>
                </>
              )}
            </Text>
          </div>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} />}
            onClick={() => void remove()}
          >
            {t('trips.remove')}
          </Button>
        </header>
        <div className={classes.fields}>
          {FIELDS.map((field) => (
            <CommitField
              key={field}
              entity="trip"
              field={field}
              record={id}
              client={trip.client}
              value={trip[field]}
              suggestions={field === 'fromPlace' || field === 'toPlace' ? places : undefined}
              onCommit={(value) => rpc.trips.edit({ id, values: { [field]: value } })}
            />
          ))}
        </div>
        <RecordHistory entity="trip" record={id} />
      </div>
    </div>
  );
}
