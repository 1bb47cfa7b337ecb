/** The people at the client: role, stance, the channel they like, and how to reach them. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import { type ChosenContact, ContactPicker } from '#renderer/pickers/contact-picker.tsx';
import type { ClientDesk } from '#shared/contract/clients.ts';
import classes from './client-desk.module.css';
import { ClientPerson, type Places } from './client-person.tsx';

export function ClientPeople({ desk }: { desk: ClientDesk }) {
  const { t } = useTranslation();
  const run = useRun();
  const [adding, setAdding] = useState(false);
  const client = desk.client.id;
  const current = desk.people.filter((person) => person.position.endedOn === null);
  const former = desk.people.filter((person) => person.position.endedOn !== null);

  async function add(person: ChosenContact | null) {
    if (!person) return;
    if (!person.isNew) {
      await run(rpc.positions.create({ id: newId(), values: { client, contact: person.id } }), {
        done: 'clients.personAdded',
        params: { name: person.name },
        undoable: true,
      });
    }
    setAdding(false);
  }

  return (
    <section aria-label={t('clients.people')} className={classes.panel}>
      <div className={classes.panelHead}>
        <Title order={2} className={classes.sectionTitle}>
          {t('clients.people')}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('clients.addPerson')}
        </Button>
      </div>
      {adding && (
        <ContactPicker
          value={null}
          client={client}
          without={current.map((person) => person.contact.id)}
          everybody
          autoFocus
          several
          onChoose={(person) => void add(person)}
        />
      )}
      {current.length === 0 && !adding && (
        <Text size="sm" c="dimmed" className={classes.hint}>
          <IconUsers size={16} aria-hidden /> {t('clients.noPeople')}
        </Text>
      )}
      <Stack gap={0} component="ul" className={classes.people}>
        {onePersonEach(current).map((places) => (
          <ClientPerson key={places[0].contact.id} places={places} client={client} />
        ))}
      </Stack>
      {former.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('clients.formerPeople')}
          </Text>
          <Stack gap={0} component="ul" className={classes.people}>
            {onePersonEach(former).map((places) => (
              <ClientPerson key={places[0].contact.id} places={places} client={client} />
            ))}
          </Stack>
        </>
      )}
    </section>
  );
}

/** Since a merge one person may have two places at the client: both are shown with him. */
function onePersonEach(people: ClientDesk['people']): Places[] {
  return [...Map.groupBy(people, ({ contact }) => contact.id).values()] as unknown as Places[];
}
