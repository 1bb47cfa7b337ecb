/** Where a person stands: a place per client with role, stance and work contacts; the earlier ones below. */
import { ActionIcon, Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { newId, rpc } from '#renderer/lib/client.ts';
import { today, useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import type { OutputOf } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ClientPicker } from '#renderer/pickers/client-picker.tsx';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import classes from './contacts.module.css';
import { editPosition } from './edit-client.ts';

type Place = OutputOf<'contacts', 'get'>['positions'][number];

const SHORT = ['jobTitle', 'department', 'role', 'stance'] as const;
const WIDE = ['workPhones', 'workEmails'] as const;

export function ContactPositions({ contact, positions }: { contact: string; positions: Place[] }) {
  const { t } = useTranslation();
  const run = useRun();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  const current = positions.filter(({ position }) => position.endedOn === null);
  const former = positions.filter(({ position }) => position.endedOn !== null);

  async function add(client: string) {
    const id = newId();
    const created = await run(rpc.positions.create({ id, values: { client, contact } }), {
      done: 'contacts.positionAdded',
      undoable: true,
    });
    if (!created) return;
    setAdded(id);
    setAdding(false);
  }

  const list = (places: Place[]) => (
    <ul className={classes.positions}>
      {places.map((place) => (
        <Position key={place.position.id} place={place} startOpen={place.position.id === added} />
      ))}
    </ul>
  );
  return (
    <section aria-label={t('contacts.positions')}>
      <div className={classes.sectionHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('contacts.positions')}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('contacts.positionAdd')}
        </Button>
      </div>
      {adding && (
        <ClientPicker
          label={t('contacts.positionClient')}
          value={null}
          autoFocus
          onChoose={(client) => client && void add(client.id)}
        />
      )}
      {positions.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('contacts.positionsNone')}
        </Text>
      )}
      {list(current)}
      {former.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt={8}>
            {t('contacts.former')}
          </Text>
          {list(former)}
        </>
      )}
    </section>
  );
}

function Position({ place, startOpen }: { place: Place; startOpen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState(startOpen);
  const { position, clientName } = place;
  const work = [position.jobTitle, position.department].filter(Boolean).join(', ');
  return (
    <li className={classes.position}>
      <div className={classes.positionHead}>
        <div className={classes.positionText}>
          <Anchor component={Link} href={`/clients/${position.client}`} fw={600}>
            {clientName}
          </Anchor>
          {work && <Text size="sm">{work}</Text>}
          <Text size="sm" className={classes.marks}>
            {position.role && <span>{choiceLabel('position', 'role', position.role)}</span>}
            {position.stance && (
              <span className={classes.stance} data-stance={position.stance}>
                {choiceLabel('position', 'stance', position.stance)}
              </span>
            )}
          </Text>
          <Text size="sm" className={classes.marks}>
            {(position.workPhones ?? []).map((phone) => (
              <Anchor key={phone.value} inherit href={`tel:${phone.value}`}>
                {format.phone(phone.value)}
              </Anchor>
            ))}
            {(position.workEmails ?? []).map((email) => (
              <Anchor key={email.value} inherit href={`mailto:${email.value}`}>
                {email.value}
              </Anchor>
            ))}
          </Text>
          {position.endedOn && (
            <Text size="sm" c="dimmed">
              {t('contacts.positionEndedOn', { day: format.day(position.endedOn) })}
            </Text>
          )}
        </div>
        <ActionIcon
          className={classes.tool}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('contacts.positionEdit', { client: clientName })}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          <IconPencil size={16} />
        </ActionIcon>
      </div>
      {editing && <PositionEditor position={position} />}
    </li>
  );
}

function PositionEditor({ position }: { position: Place['position'] }) {
  const { t } = useTranslation();
  const run = useRun();
  const field = (name: (typeof SHORT)[number] | (typeof WIDE)[number] | 'endedOn') => (
    <CommitField
      key={name}
      entity="position"
      field={name}
      record={position.id}
      client={position.client}
      value={position[name]}
      onCommit={(value) => editPosition(position.id, name, value)}
    />
  );
  return (
    <div className={classes.positionEditor}>
      <div className={classes.fields}>
        {SHORT.map(field)}
        {WIDE.map((name) => (
          <div key={name} className={classes.wide}>
            {field(name)}
          </div>
        ))}
        {position.endedOn !== null && field('endedOn')}
      </div>
      <Group gap={8} mt={10}>
        {position.endedOn === null && (
          <Button
            variant="default"
            size="compact-md"
            onClick={() =>
              void run(editPosition(position.id, 'endedOn', today()), {
                done: 'contacts.positionEnded',
                undoable: true,
              })
            }
          >
            {t('contacts.positionEnd')}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          onClick={() =>
            void run(rpc.positions.remove({ id: position.id }), {
              done: 'contacts.positionRemoved',
              undoable: true,
            })
          }
        >
          {t('contacts.positionRemove')}
        </Button>
      </Group>
    </div>
  );
}
