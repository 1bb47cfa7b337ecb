/** What an entry said before it was corrected. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import type { TimelineEntry } from '#shared/contract/meetings.ts';
import classes from './timeline.module.css';

export function OlderVersion({ version }: { version: TimelineEntry['corrected'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = [version.nextStep, format.day(version.nextStepOn)].filter(Boolean).join(' · ');
  return (
    <blockquote className={classes.older}>
      <Text size="xs" c="dimmed">
        {t('meetings.olderVersion', { when: format.instant(version.createdAt) })}
      </Text>
      <Text size="sm" className={classes.summary}>
        {version.summary}
      </Text>
      {(['place', 'needs'] as const).map(
        (field) =>
          version[field] && (
            <Text key={field} size="sm" className={classes.summary}>
              {fieldLabel('interaction', field)}: {version[field]}
            </Text>
          ),
      )}
      {next && <Text size="sm">{next}</Text>}
    </blockquote>
  );
}
