/** What was heard in an entry: needs, objections and promises with what became of them, and what is to follow. */
import { Anchor, Badge, Text } from '@mantine/core';
import { IconArrowRight, IconBulb, IconFlag, IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import classes from './timeline.module.css';

interface TimelineHeardProps {
  entry: TimelineEntry;
  objectionHref(id: string): string;
}

export function TimelineHeard({ entry, objectionHref }: TimelineHeardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { interaction, objections, promises } = entry;
  const next = [interaction.nextStep, format.day(interaction.nextStepOn)].filter(Boolean).join(' · ');
  return (
    <>
      {interaction.needs && (
        <div className={classes.line}>
          <IconBulb size={16} stroke={1.6} aria-label={fieldLabel('interaction', 'needs')} />
          <Text span size="sm" className={`${classes.lineText} ${classes.summary}`}>
            {interaction.needs}
          </Text>
        </div>
      )}
      {objections.map((objection) => (
        <div key={objection.id} className={classes.line}>
          <IconFlag size={16} stroke={1.6} aria-label={t('meetings.objection')} />
          <Anchor component={Link} href={objectionHref(objection.id)} size="sm" className={classes.lineText}>
            {objection.text}
          </Anchor>
          <Badge variant="light" color={objection.outcome === 'open' ? 'orange' : 'gray'} tt="none">
            {choiceLabel('objection', 'outcome', objection.outcome)}
          </Badge>
        </div>
      ))}
      {promises.map((promise) => (
        <Promised key={promise.id} promise={promise} />
      ))}
      {next && (
        <div className={classes.line}>
          <IconArrowRight size={16} stroke={1.6} aria-label={fieldLabel('interaction', 'nextStep')} />
          <Text span size="sm" className={classes.lineText}>
            {next}
          </Text>
        </div>
      )}
    </>
  );
}

const COLOURS: Record<string, string> = { open: 'orange', broken: 'red' };

function Promised({ promise }: { promise: TimelineEntry['promises'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { side, text, dueOn, state, daysLate } = promise;
  const due = state === 'open' ? format.day(dueOn) : '';
  return (
    <div className={classes.line}>
      <IconHeartHandshake size={16} stroke={1.6} aria-label={t('meetings.promise')} />
      <span className={classes.lineText}>
        <Anchor component={Link} href={`/promises/${promise.id}`} size="sm">
          {text}
        </Anchor>{' '}
        <Text span size="xs" c={daysLate > 0 ? 'red' : 'dimmed'} className={classes.due}>
          {['', choiceLabel('promise', 'side', side), due].filter((part, at) => at === 0 || part).join(' · ')}
        </Text>
      </span>
      <Badge variant="light" color={COLOURS[state] ?? 'gray'} tt="none">
        {choiceLabel('promise', 'state', state)}
      </Badge>
    </div>
  );
}
