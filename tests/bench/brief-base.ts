/** A base whose clients have something to say in a brief, written as rows: quick enough for a hundred thousand. */
import type { Database } from 'better-sqlite3';
import { chanceFrom } from '#db/demo/chance.ts';

const DAY = 86_400_000;
const KINDS = ['visit', 'call', 'email', 'note'];
const REASONS = ['price', 'quality', 'delivery', 'terms', 'trust'];
const OUTCOMES = ['open', 'overcome', 'partly', 'stands'];
const SENTENCE = 'Prešli sme odbery za štvrťrok, pýtali sa na termíny dodávok a na cenu pre budúci rok. ';

/** One client has everything in plenty; each of the others two entries, an objection, a promise and a person. */
export interface Filled {
  rich: string;
  clients: string[];
}

interface Amounts {
  entries: number;
  objections: number;
  promises: number;
  contracts: number;
  people: number;
}

const PLAIN: Amounts = { entries: 2, objections: 1, promises: 1, contracts: 0, people: 1 };

export function fillForBriefs(db: Database, count: number, entries: number, now: number): Filled {
  const chance = chanceFrom(5);
  let no = 0;
  const newId = () => `00000000-0000-7000-8000-${String((no += 1)).padStart(12, '0')}`;
  const insert = inserter(db);
  const clients = Array.from({ length: count }, newId);
  const [rich = ''] = clients;
  db.exec('BEGIN IMMEDIATE');
  for (const [at, id] of clients.entries()) {
    const name = `Klient číslo ${at}`;
    insert('client', id, {
      name,
      status: 'active',
      segment: `segment ${at % 40}`,
      sort_name: name,
      match_key: name,
    });
    const plenty = { entries, objections: 150, promises: 60, contracts: 12, people: 30 };
    fillClient(id, at === 0 ? plenty : PLAIN);
  }
  db.exec('COMMIT');
  return { rich, clients };

  function fillClient(client: string, amounts: Amounts): void {
    const times = (amount: number, make: (at: number) => void) => {
      for (let at = 0; at < amount; at += 1) make(at);
    };
    const ago = (days: number) => now - Math.round(chance.between(0, days) * DAY);
    times(amounts.entries, (at) =>
      insert('interaction', newId(), {
        client,
        kind: chance.of(KINDS),
        happened_at: now - at * DAY,
        zone: 'Europe/Bratislava',
        summary: SENTENCE.repeat(3),
        needs: at % 5 === 0 ? `${SENTENCE} ${at}` : null,
        author: 'author',
      }),
    );
    times(amounts.objections, () =>
      insert('objection', newId(), {
        client,
        raised_at: ago(700),
        text: SENTENCE,
        kind: chance.of(REASONS),
        product: `produkt ${chance.between(0, 60)}`,
        competitor: chance.between(0, 2) === 0 ? `konkurent ${chance.between(0, 20)}` : null,
        answer: `${SENTENCE} ${chance.between(0, 500)}`,
        outcome: chance.of(OUTCOMES),
      }),
    );
    times(amounts.promises, (at) =>
      insert('promise', newId(), {
        client,
        side: at % 3 === 0 ? 'theirs' : 'ours',
        text: SENTENCE,
        promised_at: ago(300),
        due_on: new Date(now + chance.between(-20, 40) * DAY).toISOString().slice(0, 10),
        state: at % 2 === 0 ? 'open' : 'kept',
        closed_at: at % 2 === 0 ? null : ago(300),
      }),
    );
    times(amounts.contracts, (at) =>
      insert('contract', newId(), {
        client,
        title: `Zmluva ${at}`,
        sort_title: `zmluva ${at}`,
        status: 'inForce',
        ends_on: '2027-12-31',
        notice_months: 3,
        notice_deadline: '2027-09-30',
      }),
    );
    times(amounts.people, (at) => {
      const contact = newId();
      insert('contact', contact, { first_name: 'Ján', last_name: `Novák ${at}`, sort_name: `novak ${at}` });
      insert('position', newId(), { client, contact, job_title: 'nákupca', stance: 'neutral' });
    });
  }
}

function inserter(db: Database) {
  const statements = new Map<string, (values: unknown[]) => void>();
  return (table: string, id: string, values: Record<string, unknown>): void => {
    const columns = ['id', 'created_at', ...Object.keys(values)];
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    let run = statements.get(sql);
    if (!run) {
      const statement = db.prepare<unknown[]>(sql);
      statements.set(sql, (run = (all) => void statement.run(...all)));
    }
    run([id, 1, ...Object.values(values)]);
  };
}

/** The rows that a brief is made of, read by the same indexes, and nothing made of them. */
export function readPlainly(db: Database): (client: string) => void {
  const queries = [
    'SELECT * FROM client WHERE id = ?',
    'SELECT * FROM interaction WHERE client = ? ORDER BY happened_at DESC LIMIT 20',
    'SELECT id, needs FROM interaction WHERE client = ? AND needs IS NOT NULL ORDER BY happened_at DESC LIMIT 20',
    "SELECT * FROM promise WHERE client = ? AND state = 'open'",
    'SELECT * FROM objection WHERE client = ?',
    'SELECT * FROM contract WHERE client = ?',
    'SELECT * FROM position p JOIN contact c ON c.id = p.contact WHERE p.client = ?',
    `SELECT o.* FROM objection o WHERE o.outcome = 'overcome' AND o.answer IS NOT NULL AND o.deleted_at IS NULL
       AND o.client <> ? ORDER BY o.raised_at DESC LIMIT 500`,
  ].map((sql) => db.prepare<unknown[]>(sql));
  return (client) => {
    for (const query of queries) query.all(client);
  };
}
