/** Every field of the client, each edited where it stands. */
import { SimpleGrid, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import type { ClientDesk } from '#shared/contract/clients.ts';
import type { MessageKey } from '#shared/i18n/index.ts';
import classes from './client-desk.module.css';
import { OwnerField } from './client-owner.tsx';
import { isSuggested, useSuggestions } from './client-suggestions.ts';
import { type ClientField, editClient } from './edit-client.ts';

type Client = ClientDesk['client'];

const SECTIONS = [
  { title: 'clients.sections.identity', fields: ['name', 'legalForm', 'ico', 'dic', 'icDph', 'language'] },
  {
    title: 'clients.sections.standing',
    fields: ['status', 'tier', 'segment', 'source', 'owner', 'territory'],
  },
  { title: 'clients.sections.address', fields: ['street', 'postcode', 'town', 'country', 'addresses'] },
  { title: 'clients.sections.reach', fields: ['phones', 'emails', 'web'] },
  { title: 'clients.sections.terms', fields: ['termsBrief', 'notes'] },
] as const satisfies { title: MessageKey; fields: readonly ClientField[] }[];

/** Fields that need the whole width. */
const WIDE = new Set<string>(['name', 'addresses', 'phones', 'emails', 'termsBrief', 'notes']);

interface ClientDetailsProps {
  client: Client;
  /** Begins with the cursor in the name. */
  focusName: boolean;
}

export function ClientDetails({ client, focusName }: ClientDetailsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.details}>
      {SECTIONS.map(({ title, fields }) => (
        <section key={title} aria-label={t(title)}>
          <Title order={2} className={classes.sectionTitle}>
            {t(title)}
          </Title>
          <SimpleGrid type="container" cols={{ base: 1, '480px': 2 }} spacing={12} verticalSpacing={12}>
            {fields.map((field) => (
              <div key={field} className={WIDE.has(field) ? classes.wide : undefined}>
                <FieldOfClient client={client} field={field} autoFocus={focusName && field === 'name'} />
              </div>
            ))}
          </SimpleGrid>
        </section>
      ))}
    </div>
  );
}

function FieldOfClient({
  client,
  field,
  autoFocus,
}: {
  client: Client;
  field: ClientField;
  autoFocus: boolean;
}) {
  const suggested = isSuggested(field);
  const suggestions = useSuggestions(suggested ? field : 'town', suggested);
  if (field === 'owner') return <OwnerField client={client.id} owner={client.owner} />;
  return (
    <CommitField
      entity="client"
      field={field}
      record={client.id}
      client={client.id}
      value={client[field]}
      autoFocus={autoFocus}
      suggestions={suggested ? suggestions : undefined}
      onCommit={(value) => editClient(client.id, field, value)}
    />
  );
}
