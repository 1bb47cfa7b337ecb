/** Asks a department: for a promise, or for a client alone. */
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

interface RequestFormProps {
  /** Without it the client is asked for. */
  promise?: { id: string; client: string; text: string; department: string | null };
  onCreated(id: string): void;
  onCancel(): void;
}

type NewRequest = Omit<Parameters<typeof rpc.departmentRequests.create>[0], 'id'>;

export function RequestForm({ promise, onCreated, onCancel }: RequestFormProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  const departments = useLive('promises', 'departments', {}).data ?? [];
  const about = ['department', 'text', 'answerBy'];
  return (
    <div className={sheet.form}>
      {!promise && (
        <Title order={1} size="h2">
          {t('promises.newRequest')}
        </Title>
      )}
      <NewRecordForm
        entity="departmentRequest"
        draftKey={`departmentRequest:new:${promise?.id ?? ''}`}
        record={record}
        client={promise?.client ?? null}
        fields={promise ? about : ['client', ...about]}
        initial={{
          client: promise?.client ?? null,
          clientName: null,
          department: promise?.department ?? null,
          text: promise?.text ?? null,
          answerBy: null,
        }}
        suggestions={{ department: departments }}
        submitLabel={t('promises.ask')}
        onCancel={onCancel}
        onDone={onCreated}
        onCreate={async (id, { clientName: _, ...values }) => {
          const request = { ...(values as unknown as NewRequest), promise: promise?.id ?? null };
          const created = rpc.departmentRequests.create({ ...request, id });
          await created;
          void run(created, { done: 'promises.asked', undoable: true });
        }}
        render={{
          client: (field, draft) => (
            <ClientField
              field={field}
              draft={draft}
              label={fieldLabel('departmentRequest', 'client')}
              required
              autoFocus
            />
          ),
        }}
      />
    </div>
  );
}
