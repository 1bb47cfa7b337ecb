/** A new call list: what it is called and what is to be said. */
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { NewRecordWays } from '#renderer/ui/list-and-page.tsx';
import { NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import { ScriptField } from './script-field.tsx';

const FIELDS = ['name', 'script'] as const;

type NewList = Parameters<typeof rpc.calls.create>[0]['values'];

export function CallListForm({ onCreated, onCancel }: Omit<NewRecordWays, 'client'>) {
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('calls.create')}
        </Title>
        <NewRecordForm
          entity="callList"
          draftKey="callList:new"
          record={record}
          fields={FIELDS}
          submitLabel={t('calls.save')}
          onCancel={onCancel}
          onDone={onCreated}
          onCreate={async (id, values) => {
            const created = rpc.calls.create({ id, values: values as NewList });
            await created;
            const name = String(values['name']);
            void run(created, { done: 'calls.created', params: { name }, undoable: true });
          }}
          render={{
            script: (field) => (
              <ScriptField value={field.value as string | null} error={field.error} onChange={field.change} />
            ),
          }}
        />
      </div>
    </div>
  );
}
