/** The contracts on a client's desk, each with its last day for notice. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import type { ClientDesk } from '#shared/contract/clients.ts';
import classes from './contracts.module.css';
import { NoticeDeadline } from './notice-deadline.tsx';

export function ClientContracts({ desk }: { desk: ClientDesk }) {
  const { t } = useTranslation();
  const { contracts } = desk;
  return (
    <section aria-label={t('contracts.title')}>
      <div className={classes.sectionHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('contracts.title')}
        </Title>
        <Button
          component={Link}
          href={`/contracts/new?client=${desk.client.id}`}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
        >
          {t('contracts.create')}
        </Button>
      </div>
      {contracts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('contracts.contractsNone')}
        </Text>
      )}
      <Stack gap={6}>
        {contracts.map((contract) => (
          <Link key={contract.id} href={`/contracts/${contract.id}`} className={classes.brief}>
            <span className={classes.briefTitle}>{contract.title}</span>
            <span className={classes.facts}>
              <span>{choiceLabel('contract', 'status', contract.status)}</span>
              <NoticeDeadline contract={contract} words />
            </span>
            <ProgressBar label={t('contracts.progress')} done={contract.done} items={contract.items} />
          </Link>
        ))}
      </Stack>
    </section>
  );
}
