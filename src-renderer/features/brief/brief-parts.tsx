/** What page and stand view say alike: the head, the warnings, and the sections with their lines. */
import type { Brief, BriefSection } from '#shared/contract/brief.ts';
import { BriefLines } from './brief-lines.tsx';
import classes from './brief-parts.module.css';
import type { BriefWords } from './brief-words.ts';

interface PartProps {
  brief: Brief;
  words: BriefWords;
}

/** Of a long agenda the page holds the beginning. */
const LONGEST_AGENDA = 420;
const LONGEST_PLAN = 160;
const LONGEST_NAME = 120;

export function BriefHead({ brief, words }: PartProps) {
  const { client, meeting } = brief;
  const { say } = words;
  const facts = [
    client.tier && `${say('fields.client.tier')}: ${say(`choices.client.tier.${client.tier}`)}`,
    client.status && say(`choices.client.status.${client.status}`),
    client.ownerName && `${say('fields.client.owner')}: ${client.ownerName}`,
    client.town,
  ].filter(Boolean);
  return (
    <header className={classes.head}>
      <p className={classes.kind}>
        {[say('brief.title'), brief.type && say(`choices.meeting.type.${brief.type}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h1>{words.cut(client.name, LONGEST_NAME)}</h1>
      <p className={classes.facts}>{facts.join(' · ')}</p>
      {meeting && <MeetingHead meeting={meeting} words={words} />}
    </header>
  );
}

function MeetingHead({ meeting, words }: { meeting: NonNullable<Brief['meeting']>; words: BriefWords }) {
  const { say } = words;
  const place = [meeting.place, meeting.stand].filter(Boolean).join(', ');
  const people = [...meeting.people, ...meeting.ours].map(({ name }) => name).join(', ');
  const { aim, limit, concessions } = meeting.plan;
  const plan = [
    ['fields.meeting.planAim', aim],
    ['fields.meeting.planLimit', limit],
    ['fields.meeting.planConcessions', concessions],
  ] as const;
  return (
    <>
      <p className={classes.when}>
        <b>{words.when(meeting)}</b>
        {place && ` · ${words.cut(place, LONGEST_NAME)}`}
      </p>
      {people && <p>{words.cut(people, 2 * LONGEST_NAME)}</p>}
      {meeting.title && <p>{words.cut(meeting.title, LONGEST_NAME)}</p>}
      <div className={classes.purpose}>
        {meeting.aims.length > 0 && (
          <div>
            <h2>{say('fields.meeting.aims')}</h2>
            <ol>
              {meeting.aims.map((one) => (
                <li key={one}>{words.cut(one, LONGEST_PLAN)}</li>
              ))}
            </ol>
          </div>
        )}
        {meeting.agenda && (
          <div>
            <h2>{say('fields.meeting.agenda')}</h2>
            <p>{words.cut(inOneLine(meeting.agenda), LONGEST_AGENDA)}</p>
          </div>
        )}
        {plan.some(([, text]) => text) && (
          <div>
            <h2>{say('brief.plan')}</h2>
            <dl>
              {plan.map(
                ([label, text]) =>
                  text && (
                    <div key={label}>
                      <dt>{say(label)}</dt>
                      <dd>{words.cut(text, LONGEST_PLAN)}</dd>
                    </div>
                  ),
              )}
            </dl>
          </div>
        )}
        {meeting.notes && (
          <div>
            <h2>{say('fields.meeting.notes')}</h2>
            <p>{words.cut(meeting.notes, LONGEST_PLAN)}</p>
          </div>
        )}
      </div>
    </>
  );
}

export function BriefWarnings({ brief, words }: PartProps) {
  if (brief.warnings.length === 0) return null;
  return (
    <section className={classes.warnings} aria-label={words.say('brief.warnings.title')}>
      <BriefLines lines={brief.warnings} words={words} client={brief.client.id} />
    </section>
  );
}

interface SectionsProps extends PartProps {
  onKept(promise: string): void;
}

export function BriefSections({ brief, words, onKept }: SectionsProps) {
  return brief.sections.map((section) => (
    <section key={section.id} className={classes.section} data-short={section.lines.length < 4 || undefined}>
      <h2>
        {titleOf(section, brief, words)}
        {section.id === 'changes' && brief.since && (
          <span className={classes.aside}> {words.of({ is: 'instant', at: brief.since.at })}</span>
        )}
      </h2>
      {section.lines.length === 0 ? (
        <p className={classes.nothing}>{words.say(`brief.nothing.${section.id}`)}</p>
      ) : (
        <BriefLines
          lines={section.lines}
          words={words}
          client={brief.client.id}
          onKept={section.id === 'promises' ? onKept : undefined}
        />
      )}
      {section.more > 0 && (
        <p className={classes.nothing}>{words.say('brief.more', { count: section.more })}</p>
      )}
    </section>
  ));
}

function titleOf({ id }: BriefSection, brief: Brief, { say }: BriefWords): string {
  if (id === 'changes' && !brief.since) return say('brief.sections.never');
  return say(`brief.sections.${id}`);
}

/** Lines of the agenda one after another, each still a point of its own. */
function inOneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' · ');
}
