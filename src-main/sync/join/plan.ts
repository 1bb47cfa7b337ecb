/** Which of my records are on the server already, what the two say of each, and the counts that a person is shown. */
import type { Connection } from '#main/data/staging-connection.ts';
import { readRecord, type Row } from '#main/data/codec.ts';
import type { JoinPlan } from '#shared/contract/sync.ts';
import { differingUnits } from '#shared/domain/join/differing-units.ts';
import { type Paired, pairClients, pairPeople, pairPlaces } from '#shared/domain/join/pair.ts';
import type { Entity } from '#shared/entities/define.ts';
import { entities, entityNames } from '#shared/entities/index.ts';
import { titleOf } from '#shared/entities/title.ts';
import {
  clientLooks,
  type Mine,
  mineOf,
  myIds,
  personLooks,
  placeLooks,
  type Theirs,
  theirsOf,
} from './looks.ts';
import type { StagedSnapshot } from './staged-snapshot.ts';

export interface Pairing {
  /** By entity: id of mine to id of theirs, equal ones too. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly doubtful: { readonly client: Paired['doubtful']; readonly contact: Paired['doubtful'] };
  /** Number of records of mine that were looked at. */
  readonly mine: { readonly client: number; readonly contact: number };
}

const DOUBTFUL_SHOWN = 50;

export const EVERYTHING_UNSENT: Mine = { upTo: Number.MAX_SAFE_INTEGER };

export function pairWith(db: Connection, theirs: Theirs, mine: Mine = EVERYTHING_UNSENT): Pairing {
  const mySource = mineOf(db, mine);
  const theirSource = theirsOf(theirs);
  const asIs = (id: string): string => id;
  const myClients = clientLooks(mySource);
  const client = pairClients(myClients, clientLooks(theirSource));
  const clientOf = (id: string): string => client.pairs.get(id) ?? id;
  const myPeople = personLooks(mySource, clientOf);
  const contact = pairPeople(myPeople, personLooks(theirSource, asIs));
  const position = pairPlaces(
    placeLooks(mySource, (id) => contact.pairs.get(id) ?? clientOf(id)),
    placeLooks(theirSource, asIs),
  );
  const pairs = new Map<string, ReadonlyMap<string, string>>([
    ['client', client.pairs],
    ['contact', contact.pairs],
    ['position', position.pairs],
  ]);
  // A base that was copied before it joined: the same records under the same ids.
  for (const name of entityNames) {
    if (pairs.has(name)) continue;
    const known = myIds(db, entities[name], mine).filter((id) => theirs.get(name, id));
    if (known.length > 0) pairs.set(name, new Map(known.map((id) => [id, id])));
  }
  return {
    pairs,
    doubtful: { client: client.doubtful, contact: contact.doubtful },
    mine: { client: myClients.length, contact: myPeople.length },
  };
}

/** All ids that change, of every entity. */
export function idsOf({ pairs }: Pairing): Map<string, string> {
  return new Map([...pairs.values()].flatMap((ids) => [...ids]).filter(([mine, theirs]) => mine !== theirs));
}

export interface Difference {
  readonly units: readonly string[];
  /** Mine, with the server's ids in references. */
  readonly values: Row;
}

/** The units in which mine says something else than its pair; `ids` are those that change. */
export function differenceOf(
  db: Connection,
  theirs: Theirs,
  entity: Entity,
  [mine, other]: readonly [string, string],
  ids: ReadonlyMap<string, string>,
): Difference {
  const record = readRecord(db, entity, mine) as Row | undefined;
  const known = theirs.get(entity.name, other);
  // One's own name is what the server says; sealed entries are the same or two.
  if (!record || !known || entity.insertOnly || entity.name === 'member') return { units: [], values: {} };
  const values = withIds(entity, record, ids);
  return { units: differingUnits(entity, values, known.data), values };
}

/** `member`: local id of the member to his id on the server, where they differ. */
export function planOf(
  db: Connection,
  staged: StagedSnapshot,
  pairing: Pairing,
  member: ReadonlyMap<string, string>,
): JoinPlan {
  const ids = new Map([...idsOf(pairing), ...member]);
  const count = (name: 'client' | 'contact'): JoinPlan['clients'] => {
    const pairs = [...(pairing.pairs.get(name) ?? [])];
    const differing = pairs.filter(
      (pair) => differenceOf(db, staged, entities[name], pair, ids).units.length > 0,
    ).length;
    const doubtful = pairing.doubtful[name].size;
    return {
      same: pairs.length - differing,
      differing,
      doubtful,
      mine: pairing.mine[name] - pairs.length - doubtful,
    };
  };
  const doubtful = (['client', 'contact'] as const).flatMap((name) =>
    [...pairing.doubtful[name]].slice(0, DOUBTFUL_SHOWN).map(([mine, theirs]) => ({
      entity: name,
      mine: titleOf(entities[name], readRecord(db, entities[name], mine) ?? {}),
      theirs: titleOf(entities[name], staged.get(name, theirs)?.data ?? {}),
    })),
  );
  return {
    server: { clients: staged.count('client'), contacts: staged.count('contact') },
    clients: count('client'),
    contacts: count('contact'),
    doubtful: doubtful.slice(0, DOUBTFUL_SHOWN),
  };
}

function withIds(entity: Entity, record: Row, ids: ReadonlyMap<string, string>): Row {
  const values: Row = { ...record };
  for (const [field, { kind }] of Object.entries(entity.fields)) {
    const value = record[field];
    if (kind === 'reference') values[field] = ids.get(String(value)) ?? value;
    if (kind === 'references' && Array.isArray(value))
      values[field] = value.map((id) => ids.get(String(id)) ?? id);
  }
  return values;
}
