/** What was agreed to happen next with the client, earliest first. */
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '#renderer/lib/format.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import classes from './client-desk.module.css';

export function ClientSteps({ steps }: { steps: ClientDesk['nextSteps'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = today();
  return (
    <section aria-label={t('clients.nextSteps')} className={classes.panel}>
      <Title order={2} className={classes.sectionTitle}>
        {t('clients.nextSteps')}
      </Title>
      {steps.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('clients.noNextSteps')}
        </Text>
      )}
      <ul className={classes.steps}>
        {steps.map((step) => (
          <li key={step.id} data-late={(step.on !== null && step.on < now) || undefined}>
            <Text span size="sm" className={classes.stepText}>
              {step.text || t('clients.stepWithoutText')}
            </Text>
            {step.on && (
              <Text span size="sm" className={classes.stepDay}>
                {format.day(step.on)}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
