/** An objection logged by itself; most are logged with the visit in which they are heard. */
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ClientField } from '#renderer/pickers/client-field.tsx';
import { ContactPicker } from '#renderer/pickers/contact-picker.tsx';
import { NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import sheet from '#renderer/ui/record-page.module.css';

const FIELDS = [
  'client',
  'text',
  'kind',
  'product',
  'competitor',
  'contact',
  'answer',
  'outcome',
  'followUp',
  'followUpOn',
  'raisedAt',
] as const;

type NewObjection = Parameters<typeof rpc.objections.create>[0]['values'];

export function ObjectionForm({ onCreated, onCancel }: { onCreated(id: string): void; onCancel(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  const [opened] = useState(() => Date.now());
  const products = useLive('objections', 'suggest', { field: 'product', text: '' }).data ?? [];
  const competitors = useLive('objections', 'suggest', { field: 'competitor', text: '' }).data ?? [];
  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('objections.create')}
        </Title>
        <NewRecordForm
          entity="objection"
          draftKey="objection:log"
          record={record}
          fields={FIELDS}
          initial={{ client: null, clientName: null, contactName: null, outcome: 'open', raisedAt: opened }}
          suggestions={{ product: products, competitor: competitors }}
          submitLabel={t('objections.save')}
          onCancel={onCancel}
          onDone={onCreated}
          onCreate={async (id, { clientName: _client, contactName: _contact, ...values }) => {
            const created = rpc.objections.create({ id, values: values as NewObjection });
            await created;
            void run(created, { done: 'objections.written', undoable: true });
          }}
          render={{
            client: (field, draft) => (
              <ClientField
                field={field}
                draft={draft}
                label={fieldLabel('objection', 'client')}
                required
                autoFocus
                onChosen={() => draft.setAll({ contact: null, contactName: null })}
              />
            ),
            contact: (field, draft) => {
              const client = draft.values['client'] as string | null;
              return (
                client && (
                  <ContactPicker
                    key={client}
                    label={fieldLabel('objection', 'contact')}
                    value={field.value as string | null}
                    valueName={draft.values['contactName'] as string | null}
                    client={client}
                    clearable
                    onChoose={(chosen) => {
                      draft.setAll({ contactName: chosen?.name ?? null });
                      field.change(chosen?.id ?? null);
                    }}
                  />
                )
              );
            },
          }}
        />
      </div>
    </div>
  );
}
