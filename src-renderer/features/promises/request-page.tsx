/** One request to a department: what was asked, by when, and the answer. */
import { Anchor, Text, Title } from '@mantine/core';
import { IconMoodEmpty } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { RequestRow } from '#shared/contract/promises.ts';
import sheet from '#renderer/ui/record-page.module.css';
import classes from './promises.module.css';
import { RequestAnswer, RequestDue } from './request-card.tsx';

export function RequestPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const departments = useLive('promises', 'departments', {}).data ?? [];
  const page = useLive('departmentRequests', 'get', { id });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconMoodEmpty size={32} />}
        title={t('promises.requestGone')}
        text={t('promises.goneText')}
      />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  const request = page.data;
  if (!request) return <Loading size="sm" m="md" />;
  return (
    <div className={sheet.page}>
      <div className={classes.column}>
        <header>
          <Title order={1} size="h2">
            <Anchor component={Link} href={`/clients/${request.client}`} inherit>
              {request.clientName}
            </Anchor>
          </Title>
          <Text size="sm" c="dimmed" title={format.instant(request.askedAt)}>
            {t('promises.askedWhen', {
              who: request.askedByName ?? '',
              when: format.relative(request.askedAt),
            })}
          </Text>
          {request.answeredAt === null && <RequestDue request={request} />}
        </header>
        <Field request={request} field="text" />
        <div className={classes.fields}>
          <Field request={request} field="department" suggestions={departments} />
          <Field request={request} field="answerBy" />
        </div>
        {request.promise && request.promiseText && (
          <Text>
            {t('promises.aboutPromise')}:{' '}
            <Anchor component={Link} href={`/promises/${request.promise}`}>
              {request.promiseText}
            </Anchor>
          </Text>
        )}
        <RequestAnswer request={request} />
        <RecordHistory entity="departmentRequest" record={id} />
      </div>
    </div>
  );
}

interface FieldProps {
  request: RequestRow;
  field: 'text' | 'department' | 'answerBy';
  suggestions?: string[];
}

function Field({ request, field, ...look }: FieldProps) {
  return (
    <CommitField
      {...look}
      entity="departmentRequest"
      field={field}
      record={request.id}
      client={request.client}
      value={request[field]}
      onCommit={(value) => rpc.departmentRequests.edit({ id: request.id, values: { [field]: value } })}
    />
  );
}
