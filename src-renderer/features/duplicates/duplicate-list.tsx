/** The pairs, the surest first: what each is, why it may be the same, and the two ways to decide. */
import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { DuplicateKind, DuplicatePair } from '#shared/contract/duplicates.ts';
import classes from './duplicates.module.css';
import { kindOfPlace, listHref, pairHref } from './places.ts';
import { tellApart } from './tell-apart.ts';

export function DuplicateList({ kind }: { kind: DuplicateKind }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const list = useLive('duplicates', 'list', { kind });
  const pairs = list.data?.pairs ?? [];
  const total = list.data?.total ?? 0;
  const body = useRef<HTMLDivElement>(null);
  const move = (step: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-compare]') ?? [])];
    const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
    (at === -1 ? links[0] : links[at + step])?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) }, { scope: body });

  return (
    <PageFrame
      title={t('duplicates.title')}
      aside={total > 0 && <Plural of="duplicates.count" count={total} />}
      actions={
        <SegmentedControl
          aria-label={t('duplicates.title')}
          value={kind}
          onChange={(chosen) => go(listHref(kindOfPlace(`${chosen}s`)))}
          data={(['client', 'contact'] as const).map((value) => ({
            value,
            label: t(`duplicates.kinds.${value}`),
          }))}
        />
      }
      scroll
    >
      <div className={classes.desk} ref={body}>
        {list.error && <Sentence error={list.error} onRetry={() => void list.refetch()} />}
        {!list.data && !list.error && <Loading />}
        {list.data && total === 0 && (
          <EmptyState
            icon={<IconChecks size={32} />}
            title={t(`duplicates.none.${kind}`)}
            text={t(`duplicates.noneText.${kind}`)}
          />
        )}
        {pairs.length > 0 && (
          <>
            <Text>{t('duplicates.lead')}</Text>
            <Text size="sm" c="dimmed" className={classes.keys}>
              {t('duplicates.keys')}
            </Text>
            <ul className={classes.pairs} aria-label={t('duplicates.title')}>
              {pairs.map((pair) => (
                <PairItem key={`${pair.one.id} ${pair.other.id}`} kind={kind} pair={pair} />
              ))}
            </ul>
          </>
        )}
        {total > pairs.length && pairs.length > 0 && (
          <Text c="dimmed">{t('duplicates.more', { shown: pairs.length, total })}</Text>
        )}
      </div>
    </PageFrame>
  );
}

function PairItem({ kind, pair: { one, other, why } }: { kind: DuplicateKind; pair: DuplicatePair }) {
  const { t } = useTranslation();
  const names = { one: one.title, other: other.title };
  return (
    <li className={classes.pair}>
      {[one, other].map(({ id, title, detail }) => (
        <div key={id} className={classes.entry}>
          <Text fw={600} className={classes.title}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {detail || '–'}
          </Text>
        </div>
      ))}
      <Text size="sm" className={classes.why}>
        {why.map((reason) => t(`duplicates.why.${reason}`)).join(', ')}
      </Text>
      <div className={classes.ways}>
        <Button
          component={Link}
          href={pairHref(kind, one.id, other.id)}
          variant="light"
          data-compare
          aria-label={t('duplicates.comparePair', names)}
        >
          {t('duplicates.compare')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('duplicates.apartPair', names)}
          onClick={() => void tellApart(one.id, other.id)}
        >
          {t('duplicates.apart')}
        </Button>
      </div>
    </li>
  );
}
