/** The form of a new contract. The client is chosen in it, or given by the desk from which one comes. */
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ClientField } from '#renderer/pickers/client-field.tsx';
import { NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import sheet from '#renderer/ui/record-page.module.css';

const FIELDS = [
  'client',
  'title',
  'number',
  'type',
  'status',
  'startsOn',
  'endsOn',
  'noticeMonths',
  'renews',
  'notes',
] as const;

interface ContractFormProps {
  /** The client it is for, when already known. */
  client: string | null;
  onCreated(id: string): void;
  onCancel(): void;
}

export function ContractForm({ client, onCreated, onCancel }: ContractFormProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  const desk = useLive('clients', 'desk', { id: client ?? '' }, { enabled: client !== null });
  // The name of a given client stands in the picker from the start.
  if (client !== null && desk.isPending) return null;
  const given = desk.data?.client;

  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('contracts.create')}
        </Title>
        <NewRecordForm
          entity="contract"
          draftKey={`contract:${client ?? 'new'}`}
          record={record}
          client={client}
          fields={FIELDS}
          initial={{ client: given?.id ?? null, clientName: given?.name ?? null, status: 'draft' }}
          submitLabel={t('contracts.save')}
          onCancel={onCancel}
          onDone={onCreated}
          onCreate={async (id, { clientName: _, ...values }) => {
            const created = rpc.contracts.create({
              id,
              values: values as Parameters<typeof rpc.contracts.create>[0]['values'],
            });
            await created;
            void run(created, {
              done: 'contracts.created',
              params: { title: String(values['title']) },
              undoable: true,
            });
          }}
          render={{
            client: (field, draft) => (
              <ClientField
                field={field}
                draft={draft}
                label={fieldLabel('contract', 'client')}
                required
                autoFocus={client === null}
              />
            ),
          }}
        />
      </div>
    </div>
  );
}
