/** Who stands in for whom: what is under way first, then what is prepared and what is over. */
import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLive } from '#renderer/lib/live.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { HandoverRow } from '#shared/contract/handover.ts';
import classes from './handover.module.css';
import { lengthWords, periodWords, whoWords } from './handover-words.ts';

const STANDINGS = ['running', 'ahead', 'over'] as const;

export function HandoverList({ selected }: { selected: string | null }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const list = useLive('handovers', 'list', {});
  const members = useLive('settings', 'members', {}).data;
  const isAlone = members !== undefined && members.length < 2;
  const create = () => go('/handover/new');
  useShortcuts({ a: create }, { enabled: !isAlone });
  return (
    <PageFrame
      title={t('handover.title')}
      scroll
      actions={
        !isAlone && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create}>
            {t('handover.create')}
          </Button>
        )
      }
    >
      {list.error && <Sentence error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading size="sm" m="md" />}
      {list.data?.length === 0 && (isAlone ? <Alone /> : <Empty onCreate={create} />)}
      {STANDINGS.map((standing) => (
        <Group
          key={standing}
          title={t(`handover.groups.${standing}`)}
          rows={list.data?.filter((row) => row.standing === standing) ?? []}
          selected={selected}
        />
      ))}
    </PageFrame>
  );
}

function Group({ title, rows, selected }: { title: string; rows: HandoverRow[]; selected: string | null }) {
  const format = useFormat();
  const today = useToday();
  const me = usePreferences().settings?.member.id;
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className={classes.group}>
      <h2 className={classes.groupTitle}>{title}</h2>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              href={`/handover/${row.id}`}
              className={classes.row}
              aria-current={row.id === selected ? 'page' : undefined}
            >
              <span className={classes.who}>{whoWords(row, me)}</span>
              <span className={classes.soft}>
                {periodWords(row, format)} · <Plural of="handover.clients" count={row.clients} />
              </span>
              <span className={classes.soft}>{lengthWords(row, today, format)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Empty({ onCreate }: { onCreate(): void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconUsersGroup size={40} />}
      title={t('handover.emptyTitle')}
      text={t('handover.emptyText')}
      action={<Button onClick={onCreate}>{t('handover.create')}</Button>}
    />
  );
}

export function Alone() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconUsersGroup size={40} />}
      title={t('handover.aloneTitle')}
      text={t('handover.aloneText')}
      action={
        <Button component={Link} href="/sync" variant="default">
          {t('handover.toSync')}
        </Button>
      }
    />
  );
}
