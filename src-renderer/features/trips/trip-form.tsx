/** A new trip; one to a visit begins with its day, client and place. */
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { today } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ClientField } from '#renderer/pickers/client-field.tsx';
import { KilometresInput } from '#renderer/pickers/kilometres-input.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import type { VisitWithoutTrip } from '#shared/contract/trips.ts';
import sheet from '#renderer/ui/record-page.module.css';

const FIELDS = ['on', 'client', 'fromPlace', 'toPlace', 'kilometres', 'purpose', 'vehicle'] as const;

type NewTrip = Parameters<typeof rpc.trips.create>[0]['values'];

interface TripFormProps {
  visit: VisitWithoutTrip | undefined;
  /** Places offered while typing. */
  places: string[];
  onCreated(on: string): void;
  onCancel(): void;
}

export function TripForm({ visit, places, onCreated, onCancel }: TripFormProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  const on = visit?.on ?? today();
  const found = useLive('trips', 'suggest', { on });
  // What was known before the last trip would begin in the wrong town; what comes later must not change what is typed.
  const [begin, setBegin] = useState<typeof found.data>();
  if (!begin && found.data && !found.isFetching) setBegin(found.data);
  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('trips.create')}
        </Title>
        {begin ? (
          <NewRecordForm
            entity="trip"
            draftKey={visit ? `trip:${visit.interaction}` : 'trip:new'}
            record={record}
            client={visit?.client}
            fields={FIELDS}
            initial={{
              on,
              ...begin,
              client: visit?.client ?? null,
              clientName: visit?.clientName ?? null,
              interaction: visit?.interaction ?? null,
              toPlace: visit?.place ?? null,
              purpose: visit ? t('trips.purposeOfVisit') : null,
            }}
            suggestions={{ fromPlace: places, toPlace: places }}
            submitLabel={t('trips.save')}
            onCancel={onCancel}
            onCreate={async (id, { clientName: _, ...values }) => {
              const created = rpc.trips.create({ id, values: values as NewTrip });
              await created;
              void run(created, { done: 'trips.written', undoable: true });
              onCreated(String(values['on']));
            }}
            render={{
              client: (field, draft) => (
                <ClientField field={field} draft={draft} label={fieldLabel('trip', 'client')} clearable />
              ),
              kilometres: (field, draft) => (
                <KilometresInput
                  from={textOf(draft.values['fromPlace'])}
                  to={textOf(draft.values['toPlace'])}
                  value={field.value as number | null}
                  error={field.error}
                  onChange={field.change}
                />
              ),
            }}
          />
        ) : (
          <Loading size="sm" />
        )}
      </div>
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
