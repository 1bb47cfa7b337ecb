/** The open promises of both sides on a client's desk, late ones first, each kept with one press. */
import { ActionIcon, Button, Text, Title, Tooltip } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { DueMark } from './due-mark.tsx';
import { keepPromise } from './promise-actions.ts';
import classes from './promises.module.css';
import { RequestDue } from './request-card.tsx';

export function ClientPromises({ client, onPromise }: { client: string; onPromise(): void }) {
  const { t } = useTranslation();
  const found = useLive('promises', 'ofClient', { client }).data;
  if (!found) return null;
  const { promises, requests } = found;
  return (
    <section aria-label={t('promises.atClient')}>
      <div className={classes.sectionHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('promises.atClient')}
        </Title>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={onPromise}>
          {t('promises.create')}
        </Button>
      </div>
      {promises.length === 0 && requests.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('promises.atClientNone')}
        </Text>
      )}
      <ul className={classes.briefs}>
        {promises.map((promise) => (
          <li key={promise.id} className={classes.brief}>
            <Link href={`/promises/${promise.id}`} className={classes.briefLink}>
              <span className={classes.briefText}>{promise.text}</span>
              <span className={classes.facts}>
                <span>{choiceLabel('promise', 'side', promise.side)}</span>
                <DueMark promise={promise} />
              </span>
            </Link>
            <Tooltip label={t('promises.keep')}>
              <ActionIcon
                variant="default"
                size={32}
                aria-label={`${t('promises.keep')}: ${promise.text}`}
                onClick={() => keepPromise(promise)}
              >
                <IconCheck size={16} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
        {requests.map((request) => (
          <li key={request.id} className={classes.brief}>
            <Link href={`/promises/requests/${request.id}`} className={classes.briefLink}>
              <span className={classes.briefText}>{request.text}</span>
              <span className={classes.facts}>
                <span>{request.department}</span>
                <RequestDue request={request} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
