/** One entry of the timeline, with the objections heard in it and, on demand, the versions it corrects. */
import { Anchor, Badge, Button, Text, Tooltip } from '@mantine/core';
import { IconArrowRight, IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import { KindIcon } from './kind-icons.tsx';
import { enteredLaterAt } from './timeline-days.ts';
import classes from './timeline.module.css';

interface TimelineItemProps {
  entry: TimelineEntry;
  objectionHref(id: string): string;
  onCorrect(): void;
}

export function TimelineItem({ entry, objectionHref, onCorrect }: TimelineItemProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [older, setOlder] = useState(false);
  const { interaction, corrected, people, objections, authorName } = entry;
  const me = usePreferences().settings?.member.id;
  const later = enteredLaterAt(entry);
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' }).format(
    interaction.happenedAt,
  );
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
          <Tooltip label={format.instant(interaction.happenedAt)}>
            <Text span size="sm" c="dimmed">
              {clock}
            </Text>
          </Tooltip>
          {people.length > 0 && (
            <Text span size="sm">
              {people.map((person) => person.name).join(', ')}
            </Text>
          )}
          {later !== null && (
            <Text span size="xs" c="dimmed">
              {t('meetings.enteredLater', { when: format.instant(later) })}
            </Text>
          )}
          {authorName && interaction.author !== me && (
            <Text span size="xs" c="dimmed">
              {t('meetings.writtenBy', { name: authorName })}
            </Text>
          )}
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
        {interaction.summary && <Summary text={interaction.summary} />}
        {objections.map((objection) => (
          <div key={objection.id} className={classes.line}>
            <IconFlag size={16} stroke={1.6} aria-label={t('meetings.objection')} />
            <Anchor
              component={Link}
              href={objectionHref(objection.id)}
              size="sm"
              className={classes.lineText}
            >
              {objection.text}
            </Anchor>
            <Badge variant="light" color={objection.outcome === 'open' ? 'orange' : 'gray'} tt="none">
              {choiceLabel('objection', 'outcome', objection.outcome)}
            </Badge>
          </div>
        ))}
        {(interaction.nextStep || interaction.nextStepOn) && (
          <div className={classes.line}>
            <IconArrowRight size={16} stroke={1.6} aria-hidden />
            <Text span size="sm" className={classes.lineText}>
              {[interaction.nextStep, format.day(interaction.nextStepOn)].filter(Boolean).join(' · ')}
            </Text>
          </div>
        )}
        {older &&
          corrected.map((version) => (
            <blockquote key={version.id} className={classes.older}>
              <Text size="xs" c="dimmed">
                {t('meetings.olderVersion', { when: format.instant(version.createdAt) })}
              </Text>
              <Text size="sm" className={classes.summary}>
                {version.summary}
              </Text>
              {(version.nextStep || version.nextStepOn) && (
                <Text size="sm">
                  {[version.nextStep, format.day(version.nextStepOn)].filter(Boolean).join(' · ')}
                </Text>
              )}
            </blockquote>
          ))}
      </div>
    </li>
  );
}

/** A long text is cut to some lines until all of it is asked for. */
function Summary({ text }: { text: string }) {
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
