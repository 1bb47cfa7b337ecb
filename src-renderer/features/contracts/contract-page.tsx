/** One contract: its fields where they stand, its term with the last day for notice, and its checklists. */
import { ActionIcon, Anchor, Menu, Text, Title } from '@mantine/core';
import { IconDotsVertical, IconFileOff, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { contract as contractEntity } from '#shared/entities/contracts.ts';
import { ChecklistPanel } from './checklist-panel.tsx';
import { type ContractPageData, ContractTerm } from './contract-term.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import classes from './contracts.module.css';
import { NoticeDeadline } from './notice-deadline.tsx';
import { StartChecklist } from './start-checklist.tsx';
import { Loading } from '#renderer/ui/loading.tsx';

type ContractField = keyof typeof contractEntity.fields;

export interface ContractPageProps {
  id: string;
  attachments(contract: ContractPageData['contract']): ReactNode;
  onRemoved(): void;
}

export function ContractPage({ id, attachments, onRemoved }: ContractPageProps) {
  const { t } = useTranslation();
  const page = useLive('contracts', 'get', { id });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconFileOff size={32} />}
        title={t('contracts.gone')}
        text={t('contracts.goneText')}
      />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  return (
    <div className={sheet.page}>
      <div className={classes.column}>
        <ContractHead page={page.data} onRemoved={onRemoved} />
        <ContractFields contract={page.data.contract} />
        <ContractTerm contract={page.data.contract} noticeDeadline={page.data.noticeDeadline} />
        <ContractChecklists page={page.data} />
        {attachments(page.data.contract)}
        <Field contract={page.data.contract} field="notes" />
        <RecordHistory entity="contract" record={id} />
      </div>
    </div>
  );
}

function ContractHead({ page, onRemoved }: { page: ContractPageData; onRemoved(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  const { contract, clientName, noticeDeadline } = page;

  async function remove() {
    const removed = await run(rpc.contracts.remove({ id: contract.id }), {
      done: 'contracts.removed',
      undoable: true,
    });
    if (removed) onRemoved();
  }

  return (
    <header className={classes.head}>
      <div className={classes.headText}>
        <Title order={1} size="h2" className={classes.headTitle}>
          {contract.title}
        </Title>
        <Text size="sm" className={classes.facts}>
          <Anchor component={Link} href={`/clients/${contract.client}`} inherit>
            {clientName}
          </Anchor>
          <span>{choiceLabel('contract', 'status', contract.status)}</span>
          <NoticeDeadline contract={{ status: contract.status, noticeDeadline }} words />
        </Text>
      </div>
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('contracts.actions')}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
            {t('contracts.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

function ContractFields({ contract }: { contract: ContractPageData['contract'] }) {
  return (
    <div className={classes.fields}>
      <div className={classes.wide}>
        <Field contract={contract} field="title" />
      </div>
      {(['status', 'type', 'number'] as const).map((field) => (
        <Field key={field} contract={contract} field={field} />
      ))}
    </div>
  );
}

function Field({ contract, field }: { contract: ContractPageData['contract']; field: ContractField }) {
  return (
    <CommitField
      entity="contract"
      field={field}
      record={contract.id}
      client={contract.client}
      value={contract[field]}
      onCommit={(value) => rpc.contracts.edit({ id: contract.id, values: { [field]: value } })}
    />
  );
}

function ContractChecklists({ page }: { page: ContractPageData }) {
  const { t } = useTranslation();
  const { contract, checklists } = page;
  return (
    <section className={classes.section} aria-label={t('contracts.checklists')}>
      <div className={classes.sectionHead}>
        <Title order={2} size="h3">
          {t('contracts.checklists')}
        </Title>
        <StartChecklist client={contract.client} contract={{ id: contract.id, type: contract.type }} />
      </div>
      {checklists.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('contracts.checklistsNone')}
        </Text>
      )}
      {checklists.map((checklist) => (
        <ChecklistPanel
          key={checklist.id}
          checklist={checklist}
          client={contract.client}
          contractType={contract.type}
          startOpen={checklists.length === 1 ? true : undefined}
        />
      ))}
      {checklists.length > 0 && (
        <Text size="sm" c="dimmed" className={classes.keys}>
          {t('contracts.checklist.keys')}
        </Text>
      )}
    </section>
  );
}
