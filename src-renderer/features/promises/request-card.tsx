/** A request to a department with its answer, or with the place to write it. */
import { Anchor, Button, Group, Kbd, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useDraft } from '#renderer/lib/draft.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import type { RequestRow } from '#shared/contract/promises.ts';
import { DueMark } from './due-mark.tsx';
import classes from './promises.module.css';

export function RequestCard({ request }: { request: RequestRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.request}>
      <Group justify="space-between" gap={8} wrap="nowrap" align="baseline">
        <Anchor component={Link} href={`/promises/requests/${request.id}`} fw={600}>
          {request.department}
        </Anchor>
        {request.answeredAt === null && <RequestDue request={request} />}
      </Group>
      <Text className={classes.whole}>{request.text}</Text>
      <Text size="sm" c="dimmed">
        {t('promises.askedWhen', {
          who: request.askedByName ?? '',
          when: format.relative(request.askedAt),
        })}
      </Text>
      <RequestAnswer request={request} />
    </div>
  );
}

/** By when the answer is wanted, or how late it is. */
export function RequestDue({ request }: { request: RequestRow }) {
  const due = { state: 'open', dueOn: request.answerBy, snoozedUntil: null };
  return <DueMark promise={due} />;
}

export function RequestAnswer({ request }: { request: RequestRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const run = useRun();
  const { id, client, answer, answeredAt } = request;
  if (answeredAt === null) return <AnswerForm request={request} />;
  return (
    <div className={classes.answer}>
      <CommitField
        entity="departmentRequest"
        field="answer"
        record={id}
        client={client}
        value={answer}
        minRows={1}
        onCommit={(value) => rpc.departmentRequests.edit({ id, values: { answer: value as string | null } })}
      />
      <Group gap={8}>
        <Text size="sm" c="dimmed" title={format.instant(answeredAt)}>
          {t('promises.answeredWhen', { when: format.relative(answeredAt) })}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            void run(rpc.departmentRequests.reopen({ id }), {
              done: 'promises.requestReopened',
              undoable: true,
            })
          }
        >
          {t('promises.reopen')}
        </Button>
      </Group>
    </div>
  );
}

function AnswerForm({ request }: { request: RequestRow }) {
  const { t } = useTranslation();
  const run = useRun();
  const { id, client } = request;
  const [initial] = useState({ answer: request.answer ?? '' });
  const draft = useDraft(`answer:${id}`, { entity: 'departmentRequest', record: id, client }, initial);
  const [busy, setBusy] = useState(false);
  if (!draft.ready) return null;
  const answer = draft.values.answer.trim();

  async function commit() {
    if (!answer || busy) return;
    setBusy(true);
    const written = await run(rpc.departmentRequests.answer({ id, answer }), {
      done: 'promises.answerWritten',
      undoable: true,
    });
    setBusy(false);
    if (written) await draft.discard();
  }

  return (
    <div
      className={classes.answer}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void commit();
      }}
    >
      <Textarea
        autosize
        minRows={1}
        maxRows={10}
        autoComplete="off"
        name={`answer-${id}`}
        label={fieldLabel('departmentRequest', 'answer')}
        value={draft.values.answer}
        onChange={(event) => draft.set('answer', event.currentTarget.value)}
      />
      {answer && (
        <Button
          size="compact-md"
          loading={busy}
          rightSection={<Kbd size="xs">Ctrl Enter</Kbd>}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => void commit()}
        >
          {t('promises.answer')}
        </Button>
      )}
    </div>
  );
}
