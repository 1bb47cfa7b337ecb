/** Further sheets of the right column: calls to be tried, contracts with a deadline, forms left unfinished. */
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { hasMessage, say } from '#renderer/lib/i18n.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { DayDraft } from '#shared/contract/day.ts';
import { daysBetween } from '#shared/domain/time/day.ts';
import classes from './day.module.css';
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
        {calls.map(({ id, client, clientName, contactName, listName, at }) => (
          <li key={id}>
            <Link href={`/clients/${client}`} className={classes.line}>
              {at !== null && <span className={classes.when}>{timeIn(at, here.zone, here.zone)}</span>}
              <span className={classes.what}>
                <span className={classes.name}>{contactName ?? clientName}</span>
                <span className={classes.soft}>
                  {[contactName && clientName, listName].filter(Boolean).join(' · ')}
                </span>
              </span>
            </Link>
          </li>
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
        {deadlines.map(({ id, clientName, title, kind, on }) => {
          const days = daysBetween(here.day, on);
          return (
            <li key={`${kind}${id}`}>
              <Link href={`/contracts/${id}`} className={classes.line}>
                <span className={classes.what}>
                  <span className={classes.name}>{title}</span>
                  <span className={classes.soft}>
                    {[
                      clientName,
                      t(kind === 'notice' ? 'day.notice' : 'day.ends', { day: format.day(on) }),
                    ].join(' · ')}
                  </span>
                </span>
                <span className={classes.end} data-tone={days <= SOON ? 'look' : undefined}>
                  {days === 0 ? t('day.today') : <Plural of="day.inDays" count={days} />}
                </span>
              </Link>
            </li>
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
          <li key={draft.key}>
            <Link href={draftHref(draft)} className={classes.line}>
              <span className={classes.what}>
                <span className={classes.name}>{draft.clientName ?? draftName(draft)}</span>
                <span className={classes.soft}>
                  {[draft.clientName && draftName(draft), format.relative(draft.updatedAt)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
