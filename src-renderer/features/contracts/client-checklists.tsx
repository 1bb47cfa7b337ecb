/** The checklists on a client's desk, its own and those of its contracts. */
import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientDesk } from '#shared/contract/clients.ts';
import { ChecklistPanel } from './checklist-panel.tsx';
import classes from './contracts.module.css';
import { StartChecklist } from './start-checklist.tsx';

export function ClientChecklists({ desk }: { desk: ClientDesk }) {
  const { t } = useTranslation();
  const client = desk.client.id;
  const { checklists } = desk;
  const titles = new Map(desk.contracts.map((contract) => [contract.id, contract.title]));
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
