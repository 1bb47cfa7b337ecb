/** One entry of the timeline, with what was heard in it and, on demand, the versions it corrects. */
import { Button, Text, Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceZone, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, currentLanguage } from '#renderer/lib/i18n.ts';
import { formatInstant } from '#shared/domain/time/format.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { KindIcon } from './kind-icons.tsx';
import { OlderVersion } from './older-version.tsx';
import { TimelineFacts } from './timeline-facts.tsx';
import { TimelineHeard } from './timeline-heard.tsx';
import { enteredLater } from './timeline-days.ts';
import classes from './timeline.module.css';
import { useLengthText } from './length-text.ts';

interface TimelineItemProps {
  entry: TimelineEntry;
  objectionHref(id: string): string;
  /** Photos, memos and files of one entry, by the ids of its versions. */
  attachments(interactions: readonly string[]): ReactNode;
  onCorrect(): void;
}

export function TimelineItem({ entry, objectionHref, attachments, onCorrect }: TimelineItemProps) {
  const { t } = useTranslation();
  const [older, setOlder] = useState(false);
  const { interaction, corrected } = entry;
  return (
    <li className={classes.entry} data-testid="timeline-entry">
      <div className={classes.kind}>
        <KindIcon kind={interaction.kind} />
      </div>
      <div className={classes.content}>
        <div className={classes.headline}>
          <Text span fw={600} size="sm">
            {sentenceCase(choiceLabel('interaction', 'kind', interaction.kind))}
          </Text>
          <When interaction={interaction} />
          <Aside entry={entry} />
          {corrected.length > 0 && (
            <Button variant="subtle" size="compact-xs" aria-expanded={older} onClick={() => setOlder(!older)}>
              {t('meetings.correctedMark')}
            </Button>
          )}
          <Button
            className={classes.correct}
            variant="subtle"
            size="compact-xs"
            color="gray"
            onClick={onCorrect}
          >
            {t('meetings.correct')}
          </Button>
        </div>
        <TimelineFacts entry={entry} />
        {interaction.summary && <LongText text={interaction.summary} />}
        <TimelineHeard entry={entry} objectionHref={objectionHref} />
        {entry.attachments > 0 && attachments([interaction, ...corrected].map(({ id }) => id))}
        {older && corrected.map((version) => <OlderVersion key={version.id} version={version} />)}
      </div>
    </li>
  );
}

/** The time on this device's clock, and on the one of the place where that is another. */
function When({ interaction }: { interaction: TimelineEntry['interaction'] }) {
  const format = useFormat();
  const lengthOf = useLengthText();
  const { happenedAt, endedAt, zone } = interaction;
  const clockIn = (timeZone: string) =>
    [happenedAt, endedAt]
      .flatMap((at) => (at === null ? [] : formatInstant(at, timeZone, currentLanguage(), 'time')))
      .join(' – ');
  const [here, there] = [clockIn(deviceZone()), clockIn(zone)];
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ');
  return (
    <Tooltip label={[format.instant(happenedAt), format.instant(endedAt)].filter(Boolean).join(' – ')}>
      <Text span size="sm" c="dimmed">
        {here}
        {endedAt !== null && ` (${lengthOf(endedAt - happenedAt)})`}
        {there !== here && `, ${place} ${there}`}
      </Text>
    </Tooltip>
  );
}

/** Whom it was with, and who wrote it when. */
function Aside({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = usePreferences().settings?.member.id;
  const { interaction, people, authorName } = entry;
  const later = enteredLater(entry);
  const when = format.instant(later?.at);
  return (
    <>
      {people.length > 0 && (
        <Text span size="sm">
          {people.map((person) => person.name).join(', ')}
        </Text>
      )}
      {later && (
        <Text span size="xs" c="dimmed">
          {later.days === 1 ? t('meetings.enteredNextDay', { when }) : t('meetings.enteredLater', { when })}
        </Text>
      )}
      {authorName && interaction.author !== me && (
        <Text span size="xs" c="dimmed">
          {t('meetings.writtenBy', { name: authorName })}
        </Text>
      )}
    </>
  );
}

/** A long text is cut to some lines until all of it is asked for. */
function LongText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG || text.split('\n').length > LINES;
  return (
    <>
      <Text className={classes.summary} lineClamp={long && !whole ? LINES : undefined}>
        {text}
      </Text>
      {long && (
        <Button
          variant="subtle"
          size="compact-xs"
          style={{ alignSelf: 'flex-start' }}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t('meetings.showLess') : t('meetings.showAll')}
        </Button>
      )}
    </>
  );
}

const LINES = 8;
/** Characters that fill about as many lines on a tablet. */
const LONG = 600;

function sentenceCase(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
