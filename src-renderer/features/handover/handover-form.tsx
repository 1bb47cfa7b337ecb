/** A new hand-over: who stands in, from when until when, and with which clients. */
import { Text, Title } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import type { NewRecordWays } from '#renderer/ui/list-and-page.tsx';
import { NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import { ClientChoice } from './client-choice.tsx';
import { Alone } from './handover-list.tsx';

const FIELDS = ['toMember', 'startsOn', 'endsOn', 'clients', 'note'] as const;

type NewHandover = Parameters<typeof rpc.handovers.create>[0]['values'];

export function HandoverForm({ onCreated, onCancel }: Pick<NewRecordWays, 'onCreated' | 'onCancel'>) {
  const { t } = useTranslation();
  const run = useRun();
  const today = useToday();
  const [record] = useState(() => newId());
  const suggested = useRef<string[]>([]);
  const keepSuggested = useCallback((clients: string[]) => {
    suggested.current = clients;
  }, []);
  const me = useLive('settings', 'get', {}).data?.member.id;
  const members = useLive('settings', 'members', {}).data;
  if (me === undefined || !members) return null;
  if (members.length < 2) return <Alone />;
  const nameOf = (id: unknown) => members.find((one) => one.id === id)?.name ?? '';
  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('handover.create')}
        </Title>
        <Text c="dimmed">{t('handover.lead')}</Text>
        <NewRecordForm
          entity="handover"
          draftKey="handover:new"
          record={record}
          fields={FIELDS}
          initial={{ startsOn: today }}
          submitLabel={t('handover.save')}
          onCancel={onCancel}
          onDone={onCreated}
          // What is seen to be chosen is sent, also when nobody touched it.
          complete={(values) => ({ ...values, clients: values['clients'] ?? suggested.current })}
          onCreate={async (id, values) => {
            const created = rpc.handovers.create({ id, values: values as NewHandover });
            await created;
            const name = nameOf(values['toMember']);
            void run(created, { done: 'handover.saved', params: { name }, undoable: true });
          }}
          render={{
            toMember: (field) => (
              <MemberPicker
                label={fieldLabel('handover', 'toMember')}
                value={field.value as string | null}
                error={field.error}
                without={me}
                autoFocus
                onChoose={field.change}
              />
            ),
            clients: (field, draft) => (
              <ClientChoice
                startsOn={draft.values['startsOn'] as string | null}
                endsOn={draft.values['endsOn'] as string | null}
                chosen={field.value as string[] | null}
                error={field.error}
                onSuggested={keepSuggested}
                onChange={field.change}
              />
            ),
          }}
        />
      </div>
    </div>
  );
}
