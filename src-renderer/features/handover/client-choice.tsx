/** Which of one's clients are handed over: those where something waits in that time are chosen to begin with. */
import { Button, Checkbox, Group, Input, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { problemSentence } from '#renderer/lib/problems.ts';
import type { SuggestedClient } from '#shared/contract/handover.ts';
import { fold } from '#shared/domain/text/fold.ts';
import classes from './handover.module.css';

interface ClientChoiceProps {
  startsOn: string | null;
  endsOn: string | null;
  /** Null until somebody has chosen: then those where something waits are meant. */
  chosen: readonly string[] | null;
  /** Those where something waits, as soon as they are known. */
  onSuggested(clients: string[]): void;
  error: string | undefined;
  onChange(chosen: string[]): void;
}

export function ClientChoice(props: ClientChoiceProps) {
  const { startsOn, endsOn, chosen, error, onSuggested, onChange } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const span = startsOn && endsOn && startsOn <= endsOn ? { startsOn, endsOn } : null;
  const found = useLive('handovers', 'suggest', span ?? { startsOn: '', endsOn: '' }, {
    enabled: span !== null,
    keepPrevious: true,
  }).data;
  const rows = useMemo(() => found ?? [], [found]);
  const busy = useMemo(
    () => rows.filter((row) => WAITING.some((kind) => row[kind] > 0)).map(({ id }) => id),
    [rows],
  );
  useEffect(() => onSuggested(busy), [busy, onSuggested]);
  const taken = new Set(chosen ?? busy);
  const wanted = fold(text.trim());
  const shown = wanted
    ? rows.filter(({ name, town }) => fold(`${name} ${town ?? ''}`).includes(wanted))
    : rows;
  const set = (ids: Iterable<string>) => onChange([...ids]);
  const toggle = (id: string) => {
    const next = new Set(taken);
    if (!next.delete(id)) next.add(id);
    set(next);
  };

  if (!span || !found) {
    return (
      <Input.Wrapper label={t('handover.choose')} error={error} labelElement="div">
        <p className={classes.soft}>
          {startsOn && endsOn && endsOn < startsOn
            ? problemSentence('endsBeforeStart')
            : t('handover.chooseDays')}
        </p>
      </Input.Wrapper>
    );
  }
  return (
    <Input.Wrapper label={t('handover.choose')} error={error} labelElement="div">
      {rows.length === 0 ? (
        <p className={classes.soft}>{t('handover.noClients')}</p>
      ) : (
        <>
          <Group gap={8} mb={6}>
            <TextInput
              className={classes.find}
              aria-label={t('handover.find')}
              placeholder={t('handover.find')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button variant="subtle" size="compact-sm" onClick={() => set(busy)}>
              {t('handover.busyOnly')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => set(rows.map(({ id }) => id))}>
              {t('handover.all')}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => set([])}>
              {t('handover.none')}
            </Button>
            <span className={classes.soft} role="status">
              {t('handover.chosen', { chosen: taken.size, total: rows.length })}
            </span>
          </Group>
          <ul className={classes.choices} aria-label={t('handover.choose')}>
            {shown.map((row) => (
              <li key={row.id}>
                <Checkbox
                  checked={taken.has(row.id)}
                  onChange={() => toggle(row.id)}
                  label={
                    <>
                      {row.name} <Waiting {...row} />
                    </>
                  }
                />
              </li>
            ))}
            {shown.length === 0 && <li className={classes.soft}>{t('handover.nothingFound')}</li>}
          </ul>
        </>
      )}
    </Input.Wrapper>
  );
}

const WAITING = ['meetings', 'deadlines', 'promises', 'steps'] as const;

function Waiting(row: SuggestedClient) {
  const format = useFormat();
  const counted = WAITING.map(
    (kind) =>
      row[kind] > 0 &&
      say(`handover.waiting.${kind}`, { count: row[kind], number: format.number(row[kind]) }),
  );
  return <span className={classes.soft}>{[row.town, ...counted].filter(Boolean).join(' · ')}</span>;
}
