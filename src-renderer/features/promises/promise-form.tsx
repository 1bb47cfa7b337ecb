/** A promise made by itself; most are written with the visit in which they are heard, or on the client's desk. */
import { Checkbox, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ClientField } from '#renderer/pickers/client-field.tsx';
import { ContactPicker } from '#renderer/pickers/contact-picker.tsx';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import type { Draft } from '#renderer/lib/draft.ts';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { type FormField, type FormValues, NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import { usePromiseList } from './promise-list-store.ts';
import sheet from '#renderer/ui/record-page.module.css';

const FIELDS = [
  'client',
  'side',
  'text',
  'dueOn',
  'contact',
  'member',
  'department',
  'promisedAt',
  'note',
] as const;

type NewPromise = Parameters<typeof rpc.promises.create>[0]['values'];

interface PromiseFormProps {
  /** Chosen already, where it was begun from. */
  client: string | null;
  onCreated(id: string): void;
  onCancel(): void;
}

export function PromiseForm({ client, onCreated, onCancel }: PromiseFormProps) {
  const desk = useLive('clients', 'desk', { id: client ?? '' }, { enabled: client !== null });
  const settings = useLive('settings', 'get', {});
  // The form takes the name and the member only at its start.
  if ((client !== null && !desk.data) || !settings.data) return null;
  const name = desk.data?.client.name ?? null;
  return <Form {...{ client, name, onCreated, onCancel }} me={settings.data.member.id} />;
}

function Form(props: PromiseFormProps & { name: string | null; me: string }) {
  const { client, name, me, onCreated, onCancel } = props;
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  const [opened] = useState(() => Date.now());
  const side = usePromiseList((list) => list.side);
  const departments = useLive('promises', 'departments', {}).data ?? [];
  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('promises.create')}
        </Title>
        <NewRecordForm
          entity="promise"
          draftKey={`promise:new:${client ?? ''}`}
          record={record}
          client={client}
          fields={FIELDS}
          initial={{
            client,
            clientName: name,
            contactName: null,
            side,
            member: me,
            promisedAt: opened,
            ask: false,
            answerBy: null,
          }}
          submitLabel={t('promises.save')}
          onCancel={onCancel}
          onDone={onCreated}
          onCreate={async (id, { clientName: _client, contactName: _contact, ask, answerBy, ...values }) => {
            const request = ask ? { id: newId(), answerBy: answerBy as string | null } : null;
            const created = rpc.promises.create({ id, values: values as NewPromise, request });
            await created;
            void run(created, { done: 'promises.written', undoable: true });
          }}
          render={{
            client: (field, draft) => (
              <ClientField
                field={field}
                draft={draft}
                label={fieldLabel('promise', 'client')}
                required
                autoFocus={client === null}
                onChosen={() => draft.setAll({ contact: null, contactName: null })}
              />
            ),
            contact: (field, draft) => {
              const at = draft.values['client'] as string | null;
              return (
                at && (
                  <ContactPicker
                    key={at}
                    label={fieldLabel('promise', 'contact')}
                    value={field.value as string | null}
                    valueName={draft.values['contactName'] as string | null}
                    client={at}
                    clearable
                    onChoose={(chosen) => {
                      draft.setAll({ contactName: chosen?.name ?? null });
                      field.change(chosen?.id ?? null);
                    }}
                  />
                )
              );
            },
            department: (field, draft) => (
              <Department field={field} draft={draft} departments={departments} />
            ),
            member: (field) => (
              <MemberPicker
                label={fieldLabel('promise', 'member')}
                value={field.value as string | null}
                onChoose={field.change}
              />
            ),
          }}
        />
      </div>
    </div>
  );
}

interface DepartmentProps {
  field: FormField;
  draft: Draft<FormValues>;
  /** Named before. */
  departments: string[];
}

/** Whom the promise falls to, and whether it is asked along with the promise. */
function Department({ field, draft, departments }: DepartmentProps) {
  const { t } = useTranslation();
  const isNamed = typeof field.value === 'string' && field.value.trim() !== '';
  const asks = draft.values['ask'] === true;
  return (
    <>
      <FieldInput
        entity="promise"
        field="department"
        value={field.value}
        error={field.error}
        suggestions={departments}
        onChange={field.change}
      />
      {isNamed && (
        <Checkbox
          label={t('promises.askToo')}
          checked={asks}
          onChange={(event) => draft.set('ask', event.currentTarget.checked)}
        />
      )}
      {isNamed && asks && (
        <FieldInput
          entity="departmentRequest"
          field="answerBy"
          value={draft.values['answerBy'] ?? null}
          onChange={(day) => draft.set('answerBy', day)}
        />
      )}
    </>
  );
}
