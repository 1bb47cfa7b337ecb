/** One promise: what, by when, who, how it stands, where it was heard and what our departments were asked for it. */
import { Anchor, Text, Title } from '@mantine/core';
import { IconHeartOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ContactPicker } from '#renderer/pickers/contact-picker.tsx';
import { HeardAt } from '#renderer/pickers/heard-at.tsx';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { promise as promiseEntity } from '#shared/entities/promises.ts';
import { PROMISE_KEYS } from './promise-actions.ts';
import { usePromiseList } from './promise-list-store.ts';
import { PromiseRequests } from './promise-requests.tsx';
import { PromiseState } from './promise-state.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import classes from './promises.module.css';

type Page = OutputOf<'promises', 'get'>;
type PromiseField = keyof typeof promiseEntity.fields;

function edit(id: string, field: PromiseField, value: unknown) {
  return rpc.promises.edit({ id, values: { [field]: value } });
}

export function PromisePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const page = useLive('promises', 'get', { id });
  const promise = page.data?.promise;
  const setSide = usePromiseList((list) => list.setSide);
  const side = promise?.side;
  // Opened by a link, the list beside it is that of its side.
  useEffect(() => {
    if (side) setSide(side);
  }, [side, setSide]);
  useShortcuts(
    Object.fromEntries(
      Object.entries(PROMISE_KEYS).map(([key, act]) => [key, () => promise && act(promise)]),
    ),
    { enabled: promise !== undefined },
  );
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconHeartOff size={32} />}
        title={t('promises.gone')}
        text={t('promises.goneText')}
      />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data || !promise) return <Loading size="sm" m="md" />;
  return (
    <div className={sheet.page}>
      <div className={classes.column}>
        <PromiseHead page={page.data} />
        <PromiseState promise={promise} />
        <Field promise={promise} field="text" />
        <PromiseFacts page={page.data} />
        <Field promise={promise} field="note" />
        {promise.interaction && (
          <HeardAt title={t('promises.heardAt')} interaction={promise.interaction} client={promise.client} />
        )}
        <PromiseRequests promise={promise} requests={page.data.requests} />
        <RecordHistory entity="promise" record={id} />
      </div>
    </div>
  );
}

function PromiseHead({ page: { promise, clientName } }: { page: Page }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <header>
      <Title order={1} size="h2">
        <Anchor component={Link} href={`/clients/${promise.client}`} inherit>
          {clientName}
        </Anchor>
      </Title>
      <Text size="sm" c="dimmed" title={format.instant(promise.promisedAt)}>
        {t('promises.promised', { when: format.relative(promise.promisedAt) })}
      </Text>
    </header>
  );
}

interface FieldProps {
  promise: Page['promise'];
  field: PromiseField;
  suggestions?: string[];
}

function Field({ promise, field, ...look }: FieldProps) {
  return (
    <CommitField
      {...look}
      entity="promise"
      field={field}
      record={promise.id}
      client={promise.client}
      value={promise[field]}
      onCommit={(value) => edit(promise.id, field, value)}
    />
  );
}

function PromiseFacts({ page: { promise, contactName } }: { page: Page }) {
  const run = useRun();
  const departments = useLive('promises', 'departments', {}).data ?? [];
  return (
    <div className={classes.fields}>
      <Field promise={promise} field="dueOn" />
      <Field promise={promise} field="side" />
      <MemberPicker
        label={fieldLabel('promise', 'member')}
        value={promise.member}
        onChoose={(member) => void run(edit(promise.id, 'member', member))}
      />
      <Field promise={promise} field="department" suggestions={departments} />
      <ContactPicker
        key={promise.contact}
        label={fieldLabel('promise', 'contact')}
        value={promise.contact}
        valueName={contactName}
        client={promise.client}
        clearable
        onChoose={(person) => void run(edit(promise.id, 'contact', person?.id ?? null))}
      />
      <Field promise={promise} field="promisedAt" />
    </div>
  );
}
