/** Clients, contacts and positions: lists, desks, and the commands that write them. */
import { z } from 'zod';
import { client, contact, position } from '#shared/entities/clients.ts';
import { emailSchema, phoneSchema } from '#shared/entities/field.ts';
import { byId, command, done, id, query, windowOf } from './base.ts';
import { checklistProgress } from './contracts.ts';
import { meetingRow } from './meeting-plans.ts';
import { objectionRow } from './objections.ts';

const several = z.array(z.string()).max(200).optional();

/** Every given field must match; within one field any of the values. `''` in a list means "not filled in". */
export const clientFilter = z.object({
  text: z.string().max(200).optional(),
  status: several,
  tier: several,
  segment: several,
  source: several,
  owner: several,
  territory: several,
  town: several,
  country: several,
});
export type ClientFilter = z.infer<typeof clientFilter>;

export const CLIENT_FACETS = [
  'status',
  'tier',
  'segment',
  'source',
  'owner',
  'territory',
  'town',
  'country',
] as const;

export const CLIENT_SORTS = ['name', 'town', 'created'] as const;

export const clientRow = z.object({
  id,
  name: z.string(),
  ico: z.string().nullable(),
  status: z.string(),
  tier: z.string().nullable(),
  segment: z.string().nullable(),
  source: z.string().nullable(),
  owner: z.string().nullable(),
  ownerName: z.string().nullable(),
  territory: z.string().nullable(),
  town: z.string().nullable(),
  country: z.string().nullable(),
  web: z.string().nullable(),
  phones: z.array(phoneSchema).nullable(),
  emails: z.array(emailSchema).nullable(),
  lastContactAt: z.int().nullable(),
});
export type ClientRow = z.infer<typeof clientRow>;

export const person = z.object({
  position: position.record,
  contact: contact.record,
});

export const contractBrief = z.object({
  id,
  title: z.string(),
  number: z.string().nullable(),
  status: z.string(),
  endsOn: z.string().nullable(),
  noticeDeadline: z.string().nullable(),
  done: z.int(),
  items: z.int(),
});

export const clientDesk = z.object({
  client: client.record,
  ownerName: z.string().nullable(),
  people: z.array(person),
  openObjections: z.array(objectionRow),
  contracts: z.array(contractBrief),
  checklists: z.array(checklistProgress),
  counts: z.object({
    interactions: z.int(),
    objections: z.int(),
    openObjections: z.int(),
    contracts: z.int(),
  }),
  lastContactAt: z.int().nullable(),
  nextMeeting: meetingRow.nullable(),
  /** Next steps agreed in interactions and follow-ups of objections, earliest first. */
  nextSteps: z.array(
    z.object({
      source: z.enum(['interaction', 'objection']),
      id,
      text: z.string(),
      on: z.string().nullable(),
    }),
  ),
  /** Clients that are shown here since they were merged, by name. */
  merged: z.array(
    z.object({ id, name: z.string(), ico: z.string().nullable(), town: z.string().nullable() }),
  ),
});
export type ClientDesk = z.infer<typeof clientDesk>;

export const contactFilter = z.object({
  text: z.string().max(200).optional(),
  client: id.optional(),
  language: several,
  preferredChannel: several,
  role: several,
  stance: several,
});
export type ContactFilter = z.infer<typeof contactFilter>;

export const contactRow = z.object({
  id,
  titlesBefore: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string(),
  titlesAfter: z.string().nullable(),
  phones: z.array(phoneSchema).nullable(),
  emails: z.array(emailSchema).nullable(),
  language: z.string().nullable(),
  preferredChannel: z.string().nullable(),
  /** Current positions, newest first. */
  positions: z.array(z.object({ client: id, clientName: z.string(), jobTitle: z.string().nullable() })),
});
export type ContactRow = z.infer<typeof contactRow>;

const mergeInput = z.object({
  id,
  into: id,
  take: z.record(z.string().max(60), z.literal('loser')).optional(),
});

const facetValue = z.object({ value: z.string(), label: z.string().nullable(), count: z.int() });

export const clients = {
  list: query('client', 'member', 'interaction')
    .input(
      windowOf(clientFilter).extend({
        sort: z.enum(CLIENT_SORTS).default('name'),
        descending: z.boolean().default(false),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(clientRow) })),
  /** The commonest values of each filterable field over the filtered rows; a field's own filter is left out. */
  facets: query('client', 'member')
    .input(z.object({ filter: clientFilter }))
    .output(z.record(z.enum(CLIENT_FACETS), z.array(facetValue))),
  desk: query(
    'client',
    'contact',
    'position',
    'objection',
    'contract',
    'checklist',
    'checklistItem',
    'interaction',
    'meeting',
    'member',
  )
    .input(byId)
    .output(clientDesk),
  /** Clients that may be the same firm: same IČO, or the same name without legal form. */
  similar: query('client')
    .input(
      z.object({
        name: z.string().max(250).optional(),
        ico: z.string().max(20).optional(),
        except: id.optional(),
      }),
    )
    .output(
      z.array(
        z.object({
          id,
          name: z.string(),
          ico: z.string().nullable(),
          town: z.string().nullable(),
          by: z.enum(['ico', 'name']),
        }),
      ),
    ),
  /** Values already used in a free-text field, most used first, beginning with `text`. */
  suggest: query('client')
    .input(
      z.object({
        field: z.enum(['segment', 'source', 'territory', 'town', 'legalForm']),
        text: z.string().max(100),
      }),
    )
    .output(z.array(z.string())),
  create: command()
    .input(z.object({ id, values: client.create }))
    .output(done),
  edit: command()
    .input(z.object({ id, values: client.edit }))
    .output(done),
  remove: command().input(byId).output(done),
  /**
   * Two entries of one firm become one: `id` is shown at `into` from now on, with all that stands on it. What only the
   * loser knows is filled in, lists are united, and units of the fields in `take` are the loser's. Throws REFUSED
   * `mergeIntoItself`, `mergedAlready`.
   */
  merge: command().input(mergeInput).output(done),
  /** Two again; what was written at the winner meanwhile stays there. */
  unmerge: command().input(byId).output(done),
};

export const contacts = {
  list: query('contact', 'position', 'client')
    .input(windowOf(contactFilter).extend({ descending: z.boolean().default(false) }))
    .output(z.object({ total: z.int(), rows: z.array(contactRow) })),
  get: query('contact', 'position', 'client')
    .input(byId)
    .output(
      z.object({
        contact: contact.record,
        positions: z.array(z.object({ position: position.record, clientName: z.string() })),
        interactions: z.int(),
        /** Who is shown here since he was merged, by name. */
        merged: z.array(z.object({ id, name: z.string() })),
      }),
    ),
  /** As `clients.merge`. */
  merge: command().input(mergeInput).output(done),
  unmerge: command().input(byId).output(done),
  /** A new person, at once with a place at a client when `position` is given. */
  create: command()
    .input(
      z.object({
        id,
        values: contact.create,
        position: z.object({ id, values: position.create }).optional(),
      }),
    )
    .output(done),
  edit: command()
    .input(z.object({ id, values: contact.edit }))
    .output(done),
  remove: command().input(byId).output(done),
  /**
   * Takes everything personal of the person and of his places out, for good and on every device; `interactions`: also of
   * what was said with him. Of a firm an administrator's right. Cannot be undone. Throws REFUSED `notAllowed`,
   * `beingSent`.
   */
  erase: command()
    .input(byId.extend({ interactions: z.boolean() }))
    .output(z.object({ erased: z.int() })),
};

export const positions = {
  create: command()
    .input(z.object({ id, values: position.create }))
    .output(done),
  edit: command()
    .input(z.object({ id, values: position.edit }))
    .output(done),
  remove: command().input(byId).output(done),
};
