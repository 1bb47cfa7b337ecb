/** One objection: what was said, what was answered, how it ended, and what is to follow. */
import { ActionIcon, Anchor, Menu, Text, Title } from '@mantine/core';
import { IconDotsVertical, IconFlagOff, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ContactPicker } from '#renderer/pickers/contact-picker.tsx';
import { HeardAt } from '#renderer/pickers/heard-at.tsx';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { objection as objectionEntity } from '#shared/entities/objections.ts';
import sheet from '#renderer/ui/record-page.module.css';
import classes from './objections.module.css';
import { OutcomeChoice } from './outcome-choice.tsx';
import { OutcomeCourse } from './outcome-course.tsx';
import { Loading } from '#renderer/ui/loading.tsx';

type Page = OutputOf<'objections', 'get'>;
type ObjectionField = keyof typeof objectionEntity.fields;

function edit(id: string, field: ObjectionField, value: unknown) {
  return rpc.objections.edit({ id, values: { [field]: value } });
}

export function ObjectionPage({ id, onRemoved }: { id: string; onRemoved(): void }) {
  const { t } = useTranslation();
  const page = useLive('objections', 'get', { id });
  if (page.error && 'code' in page.error && page.error.code === 'NOT_FOUND') {
    return (
      <EmptyState
        icon={<IconFlagOff size={32} />}
        title={t('objections.gone')}
        text={t('objections.goneText')}
      />
    );
  }
  if (page.error) return <Sentence error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Loading size="sm" m="md" />;
  const { objection, events } = page.data;
  return (
    <div className={sheet.page}>
      <div className={classes.column}>
        <ObjectionHead page={page.data} onRemoved={onRemoved} />
        <Field objection={objection} field="text" />
        <OutcomeChoice
          name={`outcome-${id}`}
          label={t('objections.outcomeQuestion')}
          outcome={objection.outcome}
          onChoose={(outcome) => edit(id, 'outcome', outcome)}
        />
        <Field objection={objection} field="answer" description={t('objections.answerHint')} />
        <ObjectionFacts page={page.data} />
        {objection.interaction && (
          <HeardAt
            title={t('objections.heardAt')}
            interaction={objection.interaction}
            client={objection.client}
          />
        )}
        <OutcomeCourse events={events} />
        <RecordHistory entity="objection" record={id} />
      </div>
    </div>
  );
}

function ObjectionHead({ page, onRemoved }: { page: Page; onRemoved(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const { objection, clientName, contactName } = page;

  async function remove() {
    const removed = await run(rpc.objections.remove({ id: objection.id }), {
      done: 'objections.removed',
      undoable: true,
    });
    if (removed) onRemoved();
  }

  return (
    <header className={classes.head}>
      <div>
        <Title order={1} size="h2">
          <Anchor component={Link} href={`/clients/${objection.client}`} inherit>
            {clientName}
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed" className={classes.facts}>
          <span title={format.instant(objection.raisedAt)}>
            {t('objections.raised', { when: format.relative(objection.raisedAt) })}
          </span>
          {contactName && <span>{contactName}</span>}
        </Text>
      </div>
      <Menu position="bottom-end" shadow="sm">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('objections.actions')}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
            {t('objections.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

interface FieldProps {
  objection: Page['objection'];
  field: ObjectionField;
  description?: string;
  suggestions?: string[];
}

function Field({ objection, field, ...look }: FieldProps) {
  return (
    <CommitField
      {...look}
      entity="objection"
      field={field}
      record={objection.id}
      client={objection.client}
      value={objection[field]}
      onCommit={(value) => edit(objection.id, field, value)}
    />
  );
}

function ObjectionFacts({ page }: { page: Page }) {
  const run = useRun();
  const { objection, contactName } = page;
  const products = useLive('objections', 'suggest', { field: 'product', text: '' }).data ?? [];
  const competitors = useLive('objections', 'suggest', { field: 'competitor', text: '' }).data ?? [];
  return (
    <div className={classes.fields}>
      <Field objection={objection} field="kind" />
      <Field objection={objection} field="product" suggestions={products} />
      <Field objection={objection} field="competitor" suggestions={competitors} />
      <Field objection={objection} field="followUp" />
      <Field objection={objection} field="followUpOn" />
      <Field objection={objection} field="raisedAt" />
      <ContactPicker
        key={objection.contact}
        label={fieldLabel('objection', 'contact')}
        value={objection.contact}
        valueName={contactName}
        client={objection.client}
        clearable
        onChoose={(person) => void run(edit(objection.id, 'contact', person?.id ?? null))}
      />
    </div>
  );
}
