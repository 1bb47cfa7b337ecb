/** Further sheets of the right column: calls to be tried, contracts with a deadline, forms left unfinished. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { hasMessage, say } from '#renderer/lib/i18n.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { DayDraft } from '#shared/contract/day.ts';
import { daysBetween } from '#shared/domain/time/day.ts';
import classes from './day.module.css';
import { DayLine } from './day-line.tsx';
import { draftHref, timeIn } from './day-words.ts';
import { Panel } from './panel.tsx';
import type { Overview } from './today.tsx';
import type { Here } from './use-day.ts';

export function Calls({ calls, total, here }: { calls: Overview['calls']; total: number; here: Here }) {
  const { t } = useTranslation();
  if (calls.length === 0) return null;
  return (
    <Panel title={t('day.calls')} count={total}>
      <ul className={classes.lines}>
        {calls.map(({ id, callList, clientName, contactName, listName, at, insteadOf }) => (
          <DayLine
            key={id}
            href={`/calls/${callList}/${id}`}
            when={at === null ? null : timeIn(at, here.zone, here.zone)}
            name={contactName ?? clientName}
            facts={[
              contactName && clientName,
              listName,
              insteadOf && t('handover.insteadOf', { name: insteadOf }),
            ]}
          />
        ))}
      </ul>
    </Panel>
  );
}

/** A week is soon. */
const SOON = 7;

export function Deadlines({ deadlines, here }: { deadlines: Overview['deadlines']; here: Here }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (deadlines.length === 0) return null;
  return (
    <Panel title={t('day.deadlines')} count={deadlines.length}>
      <ul className={classes.lines}>
        {deadlines.map(({ id, clientName, title, kind, on, insteadOf }) => {
          const days = daysBetween(here.day, on);
          return (
            <DayLine
              key={`${kind}${id}`}
              href={`/contracts/${id}`}
              name={title}
              facts={[
                clientName,
                t(kind === 'notice' ? 'day.notice' : 'day.ends', { day: format.day(on) }),
                insteadOf && t('handover.insteadOf', { name: insteadOf }),
              ]}
            >
              <span className={classes.end} data-tone={days <= SOON ? 'look' : undefined}>
                {days === 0 ? t('day.today') : <Plural of="day.inDays" count={days} />}
              </span>
            </DayLine>
          );
        })}
      </ul>
    </Panel>
  );
}

/** `záznam`, `klient`: what an unfinished form is about. */
export function draftName({ entity }: Pick<DayDraft, 'entity'>): string {
  const key = `day.drafts.${entity}`;
  return say(hasMessage(key) ? key : 'day.drafts.other');
}

export function Drafts({ drafts }: { drafts: Overview['drafts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (drafts.length === 0) return null;
  return (
    <Panel title={t('day.toComplete')} count={drafts.length}>
      <ul className={classes.lines}>
        {drafts.map((draft) => (
          <DayLine
            key={draft.key}
            href={draftHref(draft)}
            name={draft.clientName ?? draftName(draft)}
            facts={[draft.clientName && draftName(draft), format.relative(draft.updatedAt)]}
          />
        ))}
      </ul>
    </Panel>
  );
}
