/** What one should know of the client: when we last spoke, what is promised, and what came of earlier calls. */
import { Anchor, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import type { CallPage } from '#shared/contract/calls.ts';
import classes from './call-target.module.css';

export function CallFacts({ page }: { page: CallPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lastContact, promises, attempts } = page;
  return (
    <div className={classes.facts}>
      <Part title={t('calls.lastContact')} none={lastContact ? null : t('calls.noContact')}>
        {lastContact && (
          <li>
            <span className={classes.factHead} title={format.instant(lastContact.at)}>
              {choiceLabel('interaction', 'kind', lastContact.kind)} · {format.relative(lastContact.at)}
            </span>
            {lastContact.summary && (
              <Text lineClamp={4} className={classes.whole}>
                {lastContact.summary}
              </Text>
            )}
            {lastContact.nextStep && <Text fw={500}>→ {lastContact.nextStep}</Text>}
          </li>
        )}
      </Part>
      <Part title={t('calls.promises')} none={promises.length > 0 ? null : t('calls.noPromises')}>
        {promises.map((promise) => (
          <li key={promise.id}>
            <span className={classes.factHead} data-late={promise.daysLate > 0 || undefined}>
              {[choiceLabel('promise', 'side', promise.side), promise.dueOn && format.day(promise.dueOn)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Anchor component={Link} href={`/promises/${promise.id}`} inherit c="inherit">
              {promise.text}
            </Anchor>
          </li>
        ))}
      </Part>
      <Part title={t('calls.attempts')} none={attempts.length > 0 ? null : t('calls.noAttempts')}>
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <span className={classes.factHead} title={format.instant(attempt.at)}>
              {[choiceLabel('interaction', 'result', attempt.result), format.relative(attempt.at)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {attempt.summary && (
              <Text lineClamp={3} className={classes.whole}>
                {attempt.summary}
              </Text>
            )}
          </li>
        ))}
      </Part>
    </div>
  );
}

interface PartProps {
  title: string;
  /** Said where there is nothing. */
  none: string | null;
  children: ReactNode;
}

function Part({ title, none, children }: PartProps) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h3">
        {title}
      </Title>
      {none === null ? (
        <ul className={classes.factList}>{children}</ul>
      ) : (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
    </section>
  );
}
