/** Whom to call: the client, the person, the number to press. */
import { ActionIcon, Anchor, Button, Menu, Text, Title } from '@mantine/core';
import {
  IconDotsVertical,
  IconPhone,
  IconPlayerSkipForward,
  IconUserMinus,
  IconUsers,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useRun } from '#renderer/lib/run.ts';
import type { CallPage } from '#shared/contract/calls.ts';
import classes from './call-target.module.css';

interface CallHeadProps {
  page: CallPage;
  onSkip: (() => void) | undefined;
}

export function CallHead({ page, onSkip }: CallHeadProps) {
  const { t } = useTranslation();
  const run = useRun();
  const heading = useRef<HTMLHeadingElement>(null);
  const head = useRef<HTMLElement>(null);
  // The next client comes by itself: whoever listens hears who it is, and the keys of results work.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useShortcuts({ j: onSkip }, { scope: head });
  const { client, person, people, target } = page;
  const others = people.filter(({ id }) => id !== person?.id);
  return (
    <header className={classes.whom} ref={head}>
      <div className={classes.whomText}>
        <Title order={2} className={classes.clientName} ref={heading} tabIndex={-1}>
          <Anchor component={Link} href={`/clients/${client.id}`} inherit>
            {client.name}
          </Anchor>
          {client.town && <span className={classes.town}>{client.town}</span>}
        </Title>
        {person && (
          <Text size="lg">
            {person.name}
            {person.jobTitle && (
              <Text span c="dimmed" size="sm">
                {' '}
                {person.jobTitle}
              </Text>
            )}
          </Text>
        )}
        <Numbers page={page} />
      </div>
      <div className={classes.whomActions}>
        {others.length > 0 && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button variant="default" leftSection={<IconUsers size={16} aria-hidden />}>
                {t('calls.otherPerson')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('calls.person')}</Menu.Label>
              {others.map((one) => (
                <Menu.Item
                  key={one.id}
                  onClick={() =>
                    void run(rpc.calls.plan({ id: target.id, values: { contact: one.id } }), {
                      undoable: true,
                    })
                  }
                >
                  {one.name}
                  <Text size="xs" c="dimmed">
                    {[one.jobTitle, one.phones[0]?.value].filter(Boolean).join(' · ')}
                  </Text>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {onSkip && (
          <Button
            variant="default"
            leftSection={<IconPlayerSkipForward size={16} aria-hidden />}
            onClick={onSkip}
          >
            {t('calls.skip')}
          </Button>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('calls.moreOfTarget', { client: client.name })}
            >
              <IconDotsVertical size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconUserMinus size={16} />}
              onClick={() =>
                void run(rpc.calls.remove({ id: target.id }), {
                  done: 'calls.removed',
                  params: { client: client.name },
                  undoable: true,
                })
              }
            >
              {t('calls.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}

/** The person's own numbers first; without them those of the firm. */
function Numbers({ page: { client, person } }: { page: CallPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = person?.phones ?? [];
  const shown = own.length > 0 ? own : client.phones;
  if (shown.length === 0) {
    return (
      <Text c="var(--v-look)">
        {t('calls.noPhone')}{' '}
        <Anchor component={Link} href={`/clients/${client.id}`} inherit>
          {t('calls.addPhone')}
        </Anchor>
      </Text>
    );
  }
  return (
    <div className={classes.numbers}>
      {shown.map((phone, at) => (
        <Anchor
          key={phone.value}
          href={`tel:${phone.value}`}
          className={at === 0 ? classes.number : undefined}
        >
          {at === 0 && <IconPhone size={22} aria-hidden />}
          <span>{format.phone(phone.value)}</span>
          <span className={classes.numberKind}>
            {own.length > 0 ? choiceLabel('phone', 'kind', phone.kind) : t('calls.firmPhone')}
          </span>
        </Anchor>
      ))}
    </div>
  );
}
