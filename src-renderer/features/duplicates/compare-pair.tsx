/** One pair side by side: which one stays, whose value stays where they differ, and the decision. */
import { Anchor, Button, Kbd, Radio, Text } from '@mantine/core';
import { IconArrowLeft, IconMoodEmpty } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { DuplicateKind } from '#shared/contract/duplicates.ts';
import { CompareRows } from './compare-rows.tsx';
import classes from './duplicates.module.css';
import { type Pair, SIDES, type Which } from './pair.ts';
import { listHref, recordHref } from './places.ts';
import { tellApart } from './tell-apart.ts';

interface ComparePairProps {
  kind: DuplicateKind;
  one: string;
  other: string;
}

export function ComparePair({ kind, one, other }: ComparePairProps) {
  const { t } = useTranslation();
  const pair = useLive('duplicates', 'compare', { kind, one, other });
  const isGone = pair.error && 'code' in pair.error && pair.error.code === 'NOT_FOUND';
  return (
    <PageFrame title={t('duplicates.compareTitle')} scroll>
      <div className={classes.desk}>
        <Anchor component={Link} href={listHref(kind)} className={classes.back}>
          <IconArrowLeft size={16} aria-hidden /> {t('duplicates.back')}
        </Anchor>
        {isGone && (
          <EmptyState
            icon={<IconMoodEmpty size={32} />}
            title={t('duplicates.gone')}
            text={t('duplicates.goneText')}
          />
        )}
        {pair.error && !isGone && <Sentence error={pair.error} onRetry={() => void pair.refetch()} />}
        {!pair.data && !pair.error && <Loading />}
        {pair.data && !pair.error && <Decision kind={kind} pair={pair.data} />}
      </div>
    </PageFrame>
  );
}

function Decision({ kind, pair }: { kind: DuplicateKind; pair: Pair }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, go] = useLocation();
  const run = useRun();
  // Where more was written is what people know it by.
  const [winner, setWinner] = useState<Which>(
    pair.other.interactions > pair.one.interactions ? 'other' : 'one',
  );
  /** Whose values were chosen, by the first field of their unit; else they are the winner's. */
  const [chosen, setChosen] = useState<Readonly<Record<string, Which>>>({});
  const loser = winner === 'one' ? 'other' : 'one';

  async function merge() {
    const taken = pair.choices.filter(([field = '']) => (chosen[field] ?? winner) !== winner);
    const merged = await run(
      rpc[kind === 'client' ? 'clients' : 'contacts'].merge({
        id: pair[loser].id,
        into: pair[winner].id,
        take: Object.fromEntries(taken.flat().map((field) => [field, 'loser' as const])),
      }),
      { done: 'duplicates.merged', params: { name: pair[winner].title }, undoable: true },
    );
    if (merged) go(recordHref(kind, pair[winner].id));
  }

  async function apart() {
    if (await tellApart(pair.one.id, pair.other.id)) go(listHref(kind));
  }

  useShortcuts({
    '1': () => setWinner('one'),
    '2': () => setWinner('other'),
    m: () => void merge(),
    n: () => void apart(),
  });

  return (
    <>
      <Text maw={720}>{t('duplicates.compareLead')}</Text>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('duplicates.field')}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col" data-winner={side === winner || undefined}>
                <Radio
                  name="winner"
                  checked={winner === side}
                  onChange={() => setWinner(side)}
                  label={t('duplicates.stays', { name: pair[side].title })}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <CompareRows
            kind={kind}
            pair={pair}
            winner={winner}
            chosen={chosen}
            onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
          />
          <tr>
            <th scope="row">{t('duplicates.interactions')}</th>
            {SIDES.map((side) => (
              <td key={side}>{format.number(pair[side].interactions)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('duplicates.created')}</th>
            {SIDES.map((side) => (
              <td key={side}>{format.instant(pair[side].createdAt)}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <div className={classes.decide}>
        <Button
          onClick={() => void merge()}
          rightSection={
            <Kbd size="xs" aria-hidden>
              M
            </Kbd>
          }
        >
          {t('duplicates.merge')}
        </Button>
        <Button
          variant="default"
          onClick={() => void apart()}
          rightSection={
            <Kbd size="xs" aria-hidden>
              N
            </Kbd>
          }
        >
          {t('duplicates.apart')}
        </Button>
        <Text size="sm" c="dimmed" className={classes.keys}>
          {t('duplicates.compareKeys')}
        </Text>
      </div>
    </>
  );
}
