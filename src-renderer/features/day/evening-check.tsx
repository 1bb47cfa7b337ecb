/** In the evening: what would be forgotten, each with the one thing that puts it right; or that nothing was. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconCalendarEvent,
  IconCar,
  IconEyeOff,
  IconHandStop,
  IconListCheck,
  IconMoonStars,
  IconPencil,
  type IconProps,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { CheckLine } from '#shared/contract/day.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { draftName } from './attention.tsx';
import shared from './day.module.css';
import classes from './evening-check.module.css';
import type { DayScreenProps } from './day-screen.tsx';
import { draftHref, dutyHref, shortDay, timeIn } from './day-words.ts';
import { NextStepForm } from './next-step-form.tsx';
import type { Here } from './use-day.ts';

const ICONS: Record<CheckLine['kind'], ComponentType<IconProps>> = {
  meeting: IconCalendarEvent,
  promise: IconHandStop,
  duty: IconListCheck,
  visit: IconUsers,
  draft: IconPencil,
  trip: IconCar,
};

export function EveningCheck({ here, onRecord }: { here: Here } & DayScreenProps) {
  const { t } = useTranslation();
  const check = useLive('day', 'check', here, { keepPrevious: true });
  const list = useRef<HTMLUListElement>(null);
  if (check.error) return <Sentence error={check.error} onRetry={() => void check.refetch()} />;
  if (!check.data) return <Loading m="md" />;
  const { lines, recorded } = check.data;
  if (lines.length === 0) {
    return (
      <EmptyState
        icon={<IconMoonStars size={40} />}
        title={t('day.nothingForgotten')}
        text={recorded > 0 ? say('day.recordedToday', { count: recorded }) : t('day.nothingForgottenText')}
      />
    );
  }
  return (
    <div className={shared.scroll}>
      <h2 className={shared.panelTitle}>{t('day.checkTitle')}</h2>
      <p className={shared.lead} role="status">
        <Plural of="day.checkCount" count={lines.length} /> {t('day.checkHint')}
      </p>
      <ul className={classes.check} ref={list} onKeyDown={(event) => moveInList(event, list.current)}>
        {lines.map((line) => (
          <CheckRow key={`${line.kind}:${line.id}`} line={line} here={here} onRecord={onRecord} />
        ))}
      </ul>
    </div>
  );
}

/** Arrows, J and K go from remedy to remedy; the button itself is pressed with Enter. */
function moveInList(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (!step || !list || event.target instanceof HTMLInputElement) return;
  const remedies = [...list.querySelectorAll<HTMLElement>('[data-remedy]')];
  const row = (event.target as HTMLElement).closest('li');
  const at = remedies.findIndex((remedy) => row?.contains(remedy));
  event.preventDefault();
  remedies[Math.min(Math.max(at + step, 0), remedies.length - 1)]?.focus();
}

interface CheckRowProps extends DayScreenProps {
  line: CheckLine;
  here: Here;
}

function CheckRow({ line, here, onRecord }: CheckRowProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [writing, setWriting] = useState(false);
  const { kind, id } = line;
  const Icon = ICONS[kind];
  const leave = () => void run(rpc.day.leave({ day: here.day, kind, id }));
  return (
    <li className={classes.checkRow}>
      <Icon size={20} stroke={1.6} aria-hidden />
      <span className={shared.what}>
        <span className={shared.name}>{line.clientName ?? (line.draft && draftName(line.draft))}</span>
        <span className={shared.soft}>
          {[what(), line.text, line.at !== null && whenOf(line.at, here)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {remedy()}
      {kind !== 'draft' && (
        <Tooltip label={t('day.leaveIt')}>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('day.leaveIt')} onClick={leave}>
            <IconEyeOff size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {writing && <NextStepForm interaction={id} here={here} onEnd={() => setWriting(false)} />}
    </li>
  );

  function what(): string {
    return line.duty ? say(`day.duties.${line.duty.kind}`) : say(`day.checks.${kind}`);
  }

  function remedy() {
    const words = say(`day.remedies.${kind}`);
    switch (kind) {
      case 'meeting':
        return (
          <Button data-remedy onClick={() => line.client && onRecord(line.client, id)}>
            {words}
          </Button>
        );
      case 'promise':
        return (
          <Button
            data-remedy
            onClick={() => void run(rpc.promises.keep({ id }), { done: 'day.promiseKept', undoable: true })}
          >
            {words}
          </Button>
        );
      case 'duty':
        return (
          <Button data-remedy component={Link} href={line.duty ? dutyHref(line.duty) : '/clients'}>
            {words}
          </Button>
        );
      case 'visit':
        return (
          <Button data-remedy aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {words}
          </Button>
        );
      case 'draft':
        return (
          <Button data-remedy component={Link} href={line.draft ? draftHref(line.draft) : '/clients'}>
            {words}
          </Button>
        );
      case 'trip':
        return (
          <Button data-remedy component={Link} href={`/trips/new?visit=${id}`}>
            {words}
          </Button>
        );
    }
  }
}

/** The time; of an earlier day with the day. */
function whenOf(at: number, here: Here): string {
  const day = todayIn(here.zone, at);
  const time = timeIn(at, here.zone, here.zone);
  return day === here.day ? time : `${shortDay(day)} ${time}`;
}
