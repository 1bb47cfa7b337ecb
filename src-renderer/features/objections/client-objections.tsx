/** The open objections on a client's desk. */
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { today, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import compact from '#renderer/ui/compact-row.module.css';
import classes from './objections.module.css';
import { OutcomeMark } from './outcome-mark.tsx';

export function ClientObjections({ desk }: { desk: ClientDesk }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = today();
  return (
    <section aria-label={t('objections.openAt')}>
      <Title order={2} className={classes.sectionTitle}>
        {t('objections.openAt')}
      </Title>
      {desk.openObjections.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('objections.none')}
        </Text>
      )}
      <ul className={classes.briefs}>
        {desk.openObjections.map((objection) => (
          <li key={objection.id}>
            <Link href={`/objections/${objection.id}`} className={classes.brief}>
              <span className={classes.briefText}>{objection.text}</span>
              <span className={classes.facts}>
                <OutcomeMark outcome={objection.outcome} />
                <span className={compact.soft}>
                  {[choiceLabel('objection', 'kind', objection.kind), format.relative(objection.raisedAt)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {objection.followUpOn && (
                <span className={objection.followUpOn < now ? classes.late : compact.soft}>
                  {[objection.followUp, format.day(objection.followUpOn)].filter(Boolean).join(', ')}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
