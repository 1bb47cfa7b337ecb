/** What our departments were asked for a promise, and the form that asks one more. */
import { Button, Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '#shared/contract/promises.ts';
import classes from './promises.module.css';
import { RequestCard } from './request-card.tsx';
import { RequestForm } from './request-form.tsx';

interface PromiseRequestsProps {
  promise: { id: string; client: string; text: string; department: string | null };
  requests: RequestRow[];
}

export function PromiseRequests({ promise, requests }: PromiseRequestsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <section aria-label={t('promises.requests')}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h3">
          {t('promises.requests')}
        </Title>
        {!asking && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAsking(true)}
          >
            {t('promises.askDepartment')}
          </Button>
        )}
      </Group>
      <ul className={classes.requests}>
        {requests.map((request) => (
          <li key={request.id}>
            <RequestCard request={request} />
          </li>
        ))}
      </ul>
      {asking && (
        <RequestForm promise={promise} onCancel={() => setAsking(false)} onCreated={() => setAsking(false)} />
      )}
    </section>
  );
}
