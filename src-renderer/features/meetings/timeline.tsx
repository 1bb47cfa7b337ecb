/** Everything that happened with a client, newest first, a day under its own heading. */
import { Button, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { INTERACTION_KINDS } from '#shared/entities/meetings.ts';
import { useComposer } from './composer-store.ts';
import classes from './timeline.module.css';
import { TimelinePage } from './timeline-page.tsx';
import { Loading } from '#renderer/ui/loading.tsx';

/** The timeline of a client, of a person, or of both together. */
export interface TimelineProps {
  client?: string;
  contact?: string;
  /** Where an objection is opened. */
  objectionHref(id: string): string;
  /** Photos, memos and files of one entry, by the ids of its versions. */
  attachments(interactions: readonly string[]): ReactNode;
}

const PAGE = 50;

export function Timeline({ client, contact, objectionHref, attachments }: TimelineProps) {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<string[] | undefined>(undefined);
  const [pages, setPages] = useState(1);
  const input = { client, contact, kinds };
  const first = useLive('meetings', 'timeline', { ...input, offset: 0, limit: PAGE }, { keepPrevious: true });

  if (first.error) return <Sentence error={first.error} onRetry={() => void first.refetch()} />;
  if (!first.data) return <Loading size="sm" />;
  const { total } = first.data;
  if (total === 0 && !kinds) {
    return (
      <EmptyState
        icon={<IconHistory size={32} />}
        title={t('meetings.emptyTitle')}
        text={t('meetings.emptyText')}
      />
    );
  }
  return (
    <Stack gap="sm" component="section" aria-label={t('meetings.title')}>
      <div className={classes.chips}>
        <FilterChips
          filters={[
            {
              field: 'kind',
              label: fieldLabel('interaction', 'kind'),
              values: INTERACTION_KINDS.map((kind) => ({
                value: kind,
                label: choiceLabel('interaction', 'kind', kind),
              })),
            },
          ]}
          selected={{ kind: kinds }}
          onChange={(selected) => {
            setKinds(selected['kind']);
            setPages(1);
          }}
        />
      </div>
      {total === 0 && <EmptyState title={t('meetings.noneOfKind')} />}
      {Array.from({ length: Math.min(pages, Math.ceil(total / PAGE)) }, (_, page) => (
        <TimelinePage
          key={page}
          input={input}
          page={page}
          pageSize={PAGE}
          objectionHref={objectionHref}
          attachments={attachments}
          onCorrect={correct}
        />
      ))}
      {pages * PAGE < total && (
        <Button variant="subtle" onClick={() => setPages(pages + 1)}>
          {t('meetings.older', { count: total - pages * PAGE })}
        </Button>
      )}
    </Stack>
  );
}

function correct(entry: TimelineEntry): void {
  useComposer.getState().request(entry.interaction.client, { what: 'correct', entry });
}
