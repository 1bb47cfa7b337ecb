/** One client of a pack: what the stand-in has to know without asking, each line leading to its source. */
import { ActionIcon, Anchor, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, currentLanguage } from '#renderer/lib/i18n.ts';
import type { HandedClient as Handed } from '#shared/contract/handover.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { todayIn } from '#shared/domain/time/day.ts';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import classes from './handover.module.css';

interface HandedClientProps {
  client: Handed;
  /** Null where nothing may be changed any more. */
  onTakeOut: (() => void) | null;
}

export function HandedClient({ client, onTakeOut }: HandedClientProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const { id, name, town, people, promises, nextMeeting, deadlines, nextSteps, termsBrief } = client;
  const isQuiet = promises.length + deadlines.length + nextSteps.length === 0 && !nextMeeting;
  return (
    <li className={classes.client}>
      <h3 className={classes.clientName}>
        <Anchor component={Link} href={`/clients/${id}`} inherit>
          {name}
        </Anchor>
        <span className={classes.soft}>
          {[
            town,
            client.lastContactAt === null
              ? t('handover.neverContacted')
              : t('handover.lastContact', { when: format.relative(client.lastContactAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {onTakeOut && (
          <Tooltip label={t('handover.takeOut', { name })}>
            <ActionIcon
              className={classes.takeOut}
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('handover.takeOut', { name })}
              onClick={onTakeOut}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </h3>
      <dl className={classes.facts}>
        <Facts title={t('handover.people')}>
          {people.length === 0 && <span className={classes.soft}>{t('handover.nobody')}</span>}
          {people.map((person) => (
            <div key={person.id}>
              <Anchor component={Link} href={`/contacts/${person.id}`} inherit>
                {person.name}
              </Anchor>
              {person.jobTitle && <span className={classes.soft}> {person.jobTitle}</span>}
              {person.phone && (
                <>
                  {' '}
                  <Anchor href={`tel:${person.phone}`} inherit className={classes.phone}>
                    {format.phone(person.phone)}
                  </Anchor>
                </>
              )}
            </div>
          ))}
        </Facts>
        {termsBrief && <Facts title={t('handover.terms')}>{termsBrief}</Facts>}
        {promises.length > 0 && (
          <Facts title={t('handover.promises')}>
            {promises.map((promise) => (
              <Line
                key={promise.id}
                href={`/promises/${promise.id}`}
                text={promise.text}
                facts={[
                  choiceLabel('promise', 'side', promise.side),
                  promise.dueOn && format.weekday(promise.dueOn),
                ]}
                late={promise.dueOn !== null && promise.dueOn < today}
              />
            ))}
          </Facts>
        )}
        {nextMeeting && (
          <Facts title={t('handover.nextMeeting')}>
            <Line
              href={`/meetings/${nextMeeting.id}`}
              text={meetingTitle(nextMeeting, name, currentLanguage())}
              facts={[
                format.weekday(todayIn(nextMeeting.zone, nextMeeting.startsAt)),
                format.span(nextMeeting.startsAt, nextMeeting.endsAt, nextMeeting.zone),
                nextMeeting.place,
              ]}
            />
          </Facts>
        )}
        {deadlines.length > 0 && (
          <Facts title={t('handover.deadlines')}>
            {deadlines.map((one) => (
              <Line
                key={`${one.id}${one.kind}`}
                href={`/contracts/${one.id}`}
                text={one.title}
                facts={[
                  t(one.kind === 'notice' ? 'handover.notice' : 'handover.contractEnds', {
                    day: format.day(one.day),
                  }),
                ]}
              />
            ))}
          </Facts>
        )}
        {nextSteps.length > 0 && (
          <Facts title={t('handover.nextSteps')}>
            {nextSteps.map(({ text, on }) => (
              <Line
                key={`${text}${on}`}
                href={`/clients/${id}`}
                text={text}
                facts={[on && format.weekday(on)]}
              />
            ))}
          </Facts>
        )}
        {isQuiet && <dd className={classes.soft}>{t('handover.quiet')}</dd>}
      </dl>
    </li>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt className={classes.factTitle}>{title}</dt>
      <dd className={classes.factText}>{children}</dd>
    </div>
  );
}

interface LineProps {
  href: string;
  text: string;
  facts: readonly (string | null)[];
  late?: boolean;
}

function Line({ href, text, facts, late }: LineProps) {
  return (
    <div>
      <Anchor component={Link} href={href} inherit>
        {text}
      </Anchor>
      <span className={classes.soft} data-late={late || undefined}>
        {' '}
        {facts.filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
