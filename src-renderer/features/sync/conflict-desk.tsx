/** Where two people changed the same thing: what was there before, what each wrote, and one tap to take either. */
import { Anchor, SegmentedControl, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowsSplit2, IconChecks } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { ConflictRow } from '#shared/contract/sync.ts';
import { ConflictGroupSection } from './conflict-group.tsx';
import { choiceOf, groupConflicts, sidesOf } from './conflict-sides.ts';
import classes from './conflicts.module.css';
import { resolveConflicts } from './resolve-conflicts.ts';

const SHOWN = 200;

interface ConflictDeskProps {
  /** Its conflicts are the ones that were asked for. */
  record: string | undefined;
}

export function ConflictDesk({ record }: ConflictDeskProps) {
  const { t } = useTranslation();
  const [resolved, setResolved] = useState(false);
  const list = useLive('conflicts', 'list', { resolved, limit: SHOWN });
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? 0;
  const desk = useRef<HTMLDivElement>(null);
  useConflictKeys(desk, resolved ? [] : rows);
  useShowRecord(desk, record, list.isSuccess);

  return (
    <PageFrame
      title={t('sync.conflicts.title')}
      aside={total > 0 && <Plural of="sync.conflicts.count" count={total} />}
      actions={
        <SegmentedControl
          aria-label={t('sync.conflicts.title')}
          value={resolved ? 'settled' : 'open'}
          onChange={(which) => setResolved(which === 'settled')}
          data={[
            { value: 'open', label: t('sync.conflicts.open') },
            { value: 'settled', label: t('sync.conflicts.settled') },
          ]}
        />
      }
      scroll
    >
      <div className={classes.desk} ref={desk}>
        <div className={classes.lead}>
          <Anchor component={Link} href="/sync" className={classes.back}>
            <IconArrowLeft size={16} aria-hidden /> {t('sync.conflicts.back')}
          </Anchor>
          {rows.length > 0 && !resolved && (
            <Text size="sm" c="dimmed" className={classes.keys}>
              {t('sync.conflicts.keys')}
            </Text>
          )}
        </div>
        {list.error && <Sentence error={list.error} onRetry={() => void list.refetch()} />}
        {!list.data && !list.error && <Loading />}
        {list.data && rows.length === 0 && (
          <EmptyState
            icon={resolved ? <IconArrowsSplit2 size={32} /> : <IconChecks size={32} />}
            title={t(resolved ? 'sync.conflicts.settledNone' : 'sync.conflicts.none')}
            text={t(resolved ? 'sync.conflicts.settledNoneText' : 'sync.conflicts.noneText')}
          />
        )}
        {rows.length > 0 && !resolved && <Text>{t('sync.conflicts.lead')}</Text>}
        {groupConflicts(rows).map((group) => (
          <ConflictGroupSection key={group.key} group={group} />
        ))}
        {total > rows.length && rows.length > 0 && (
          <Text c="dimmed">{t('sync.conflicts.more', { shown: rows.length, total })}</Text>
        )}
      </div>
    </PageFrame>
  );
}

const cardsIn = (desk: HTMLElement | null) => [
  ...(desk?.querySelectorAll<HTMLElement>('[data-conflict]') ?? []),
];

/** J and K go from one to the next; 1 takes what stands on the left, 2 what stands on the right. */
function useConflictKeys(desk: React.RefObject<HTMLDivElement | null>, rows: readonly ConflictRow[]): void {
  const current = () => cardsIn(desk.current).find((card) => card.contains(document.activeElement));
  const move = (step: 1 | -1) => {
    const cards = cardsIn(desk.current);
    const at = cards.findIndex((card) => card === current());
    const next = at === -1 ? cards[0] : (cards[at + step] ?? cards[at]);
    next?.focus();
  };
  const take = (side: 0 | 1) => {
    const card = current();
    const row = rows.find(({ id }) => id === card?.dataset['conflict']);
    if (!card || !row) return;
    const cards = cardsIn(desk.current);
    const at = cards.indexOf(card);
    (cards[at + 1] ?? cards[at - 1])?.focus();
    void resolveConflicts([row], choiceOf(sidesOf(row)[side]));
  };
  useShortcuts(
    { j: () => move(1), k: () => move(-1), '1': () => take(0), '2': () => take(1) },
    { scope: desk },
  );
}

/** Who comes from the mark on a field sees the conflict of that record first. */
function useShowRecord(
  desk: React.RefObject<HTMLDivElement | null>,
  record: string | undefined,
  ready: boolean,
): void {
  useEffect(() => {
    if (!ready || !record) return;
    const card = cardsIn(desk.current).find(({ dataset }) => dataset['record'] === record);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'center' });
  }, [desk, record, ready]);
}
