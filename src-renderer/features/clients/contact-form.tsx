/** A new person, at once with a place at a client where one is chosen. */
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ClientPicker } from '#renderer/pickers/client-picker.tsx';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { fieldOf, tidyValue } from '#renderer/ui/field-values.ts';
import { NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import sheet from '#renderer/ui/record-page.module.css';

const FIELDS = [
  'firstName',
  'lastName',
  'titlesBefore',
  'titlesAfter',
  'phones',
  'emails',
  'language',
  'preferredChannel',
  'notes',
] as const;

type NewContact = Parameters<typeof rpc.contacts.create>[0];

export function ContactForm({ onCreated, onCancel }: { onCreated(id: string): void; onCancel(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  const [positionId] = useState(() => newId());
  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('contacts.create')}
        </Title>
        <NewRecordForm
          entity="contact"
          draftKey="contact:new"
          record={record}
          fields={FIELDS}
          initial={{ client: null, clientName: null, jobTitle: null }}
          submitLabel={t('contacts.save')}
          onCancel={onCancel}
          onDone={onCreated}
          onCreate={async (id, { client, clientName: _, jobTitle, ...values }) => {
            const place = {
              client,
              contact: id,
              jobTitle: tidyValue(fieldOf('position', 'jobTitle'), jobTitle),
            };
            const position = client ? { id: positionId, values: place } : undefined;
            const created = rpc.contacts.create({ id, values, position } as NewContact);
            await created;
            void run(created, { done: 'contacts.created', undoable: true });
          }}
        >
          {(draft) => (
            <>
              <ClientPicker
                label={fieldLabel('position', 'client')}
                value={draft.values['client'] as string | null}
                valueName={draft.values['clientName'] as string | null}
                clearable
                onChoose={(chosen) =>
                  draft.setAll({ client: chosen?.id ?? null, clientName: chosen?.name ?? null })
                }
              />
              {draft.values['client'] !== null && (
                <FieldInput
                  entity="position"
                  field="jobTitle"
                  value={draft.values['jobTitle']}
                  onChange={(value) => draft.set('jobTitle', value)}
                />
              )}
            </>
          )}
        </NewRecordForm>
      </div>
    </div>
  );
}
