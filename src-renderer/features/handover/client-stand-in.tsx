/** On the client's desk: who stands in for its owner, and until when. */
import { Anchor } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import classes from './handover.module.css';

export function ClientStandIn({ client }: { client: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = usePreferences().settings?.member.id;
  const found = useLive('handovers', 'ofClient', { client }).data;
  if (!found) return null;
  const { id, toMember, toName, fromName, endsOn } = found;
  const isMine = toMember === me;
  return (
    <p className={classes.atClient}>
      <IconUsersGroup size={16} stroke={1.6} aria-hidden />
      <Anchor component={Link} href={`/handover/${id}`} size="sm">
        {t(isMine ? 'handover.atClientMine' : 'handover.atClient', {
          name: isMine ? fromName : toName,
          day: format.day(endsOn),
        })}
      </Anchor>
    </p>
  );
}
