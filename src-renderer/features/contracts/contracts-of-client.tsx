/** What a client's desk shows of its contracts and checklists. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import { ChecklistBar } from './checklist-bar.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import classes from './contracts.module.css';
import { NoticeDeadline } from './notice-deadline.tsx';
import { StartChecklist } from './start-checklist.tsx';

export interface ContractsOfClientProps {
  client: string;
  contracts: ClientDesk['contracts'];
}

export function ContractsOfClient({ client, contracts }: ContractsOfClientProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('contracts.title')}>
      <div className={classes.sectionHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('contracts.title')}
        </Title>
        <Button
          component={Link}
          href={`/contracts/new?client=${client}`}
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
            <ChecklistBar done={contract.done} items={contract.items} />
          </Link>
        ))}
      </Stack>
    </section>
  );
}

export interface ChecklistsOfClientProps {
  client: string;
  checklists: ClientDesk['checklists'];
  /** Titles of the contracts on which some of them stand. */
  contracts: ClientDesk['contracts'];
}

export function ChecklistsOfClient({ client, checklists, contracts }: ChecklistsOfClientProps) {
  const { t } = useTranslation();
  const titles = new Map(contracts.map((contract) => [contract.id, contract.title]));
  return (
    <section aria-label={t('contracts.checklists')}>
      <div className={classes.sectionHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('contracts.checklists')}
        </Title>
        <StartChecklist client={client} variant="subtle" size="compact-sm" />
      </div>
      {checklists.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('contracts.checklistsNoneClient')}
        </Text>
      )}
      <Stack gap={10}>
        {checklists.map((checklist) => (
          <div key={checklist.id}>
            {checklist.contract && (
              <Text size="sm" c="dimmed">
                {titles.get(checklist.contract)}
              </Text>
            )}
            <ChecklistPanel checklist={checklist} client={client} />
          </div>
        ))}
      </Stack>
    </section>
  );
}
