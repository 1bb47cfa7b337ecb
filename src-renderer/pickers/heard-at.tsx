/** The visit or call in which something was heard, with its record in brief. */
import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import classes from './heard-at.module.css';

interface HeardAtProps {
  title: string;
  interaction: string;
  client: string;
}

export function HeardAt({ title, interaction, client }: HeardAtProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = useLive('meetings', 'get', { id: interaction });
  if (!found.data) return null;
  const entry = found.data.interaction;
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      <div className={classes.visit}>
        <Text fw={500}>
          {choiceLabel('interaction', 'kind', entry.kind)}, {format.instant(entry.happenedAt)}
        </Text>
        {entry.summary && <Text lineClamp={4}>{entry.summary}</Text>}
        <Anchor component={Link} href={`/clients/${client}`} size="sm">
          {t('objections.toClient')}
        </Anchor>
      </div>
    </section>
  );
}
