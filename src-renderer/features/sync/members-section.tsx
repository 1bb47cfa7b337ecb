/** Who belongs to the firm; an administrator changes roles, teams and territories, and invites. */
import { Button, Table, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#renderer/lib/live.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { WireMember } from '#shared/sync/wire.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { OnServer } from './on-server.tsx';
import classes from './sync.module.css';

export function MembersSection({ me }: { me: WireMember }) {
  const { t } = useTranslation();
  const members = useLive('sync', 'members', {});
  const [edited, setEdited] = useState<WireMember>();
  const [inviting, setInviting] = useState(false);
  const isAdmin = me.role === 'admin';
  const factsOf = ({ role, team, territories }: WireMember) =>
    [t(`sync.members.roles.${role}`), team, territories.join(', ')].filter(Boolean).join(' · ');
  return (
    <Section title={t('sync.members.title')}>
      {members.error && <OnServer error={members.error} onRetry={() => void members.refetch()} />}
      {!members.data && !members.error && <Loading size="sm" />}
      {members.data && (
        <Table verticalSpacing="xs" aria-label={t('sync.members.title')}>
          <Table.Tbody>
            {members.data.map((member) => (
              <Table.Tr key={member.id}>
                <Table.Th scope="row" fw={500} className={classes.wraps}>
                  {member.name}
                  {member.id === me.id && ` (${t('sync.members.you')})`}
                  <Text size="sm" c="dimmed" fw={400}>
                    {member.email}
                  </Text>
                  <Text size="sm" c="dimmed" fw={400}>
                    {member.removedAt === null ? factsOf(member) : t('sync.members.removed')}
                  </Text>
                </Table.Th>
                <Table.Td className={classes.end}>
                  {isAdmin && member.removedAt === null && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('sync.members.editOf', { name: member.name })}
                      onClick={() => setEdited(member)}
                    >
                      {t('sync.members.edit')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {isAdmin && (
        <Button
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => setInviting(true)}
        >
          {t('sync.members.invite')}
        </Button>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {edited && (
        <MemberDialog
          member={edited}
          isMe={edited.id === me.id}
          onClose={() => {
            setEdited(undefined);
            void members.refetch();
          }}
        />
      )}
    </Section>
  );
}
