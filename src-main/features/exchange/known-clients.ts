/**
 * Which client a row means. By IČO; else by name without legal form and postcode. A row that has neither IČO nor
 * postcode means the one client of the same written name that nothing in the row contradicts: an address book says
 * "Alfa s.r.o." in a hundred rows and means one firm.
 */
import { type ClientLook, clientLook } from '#shared/domain/clients/client-look.ts';
import { clientMatchKey } from '#shared/domain/clients/legal-form.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { winnerOf } from '#main/data/merged.ts';
import { asText, type Values } from './record-rows.ts';
import type { Base } from './staging-base.ts';

export interface ClientMatch {
  readonly id: string | null;
  /** An earlier row of this file made it. */
  readonly isNew: boolean;
  /** Same name, other data: both stay. */
  readonly hasNamesake: boolean;
}

interface Candidate extends ClientLook {
  readonly isNew: boolean;
}

const MOST_KEYS = 5_000;
const MOST_NAMESAKES = 200;

/** The clients of the base and those that this import makes; both are asked in their files, none is held here. */
export class KnownClients {
  readonly #isBaseEmpty: boolean;
  readonly #statements;
  readonly #keys = new Map<string, string>();
  /** Clients of the base that got their IČO from a row. */
  readonly #filledIco = new Map<string, string>();
  #hasFills = false;

  constructor(main: Base, staging: Base) {
    this.#isBaseEmpty = main.prepare('SELECT 1 FROM client LIMIT 1').get() === undefined;
    staging.exec('CREATE INDEX client_ico ON client (ico); CREATE INDEX client_key ON client (match_key)');
    // What a merged entry of the base says means the client where it is shown.
    const byIco = (id: string) =>
      `SELECT ${id} FROM client WHERE ico = ? AND deleted_at IS NULL ORDER BY created_at, client.id LIMIT 1`;
    const byKey = (id: string) => `SELECT ${id} AS id, name, ico, postcode, town, street, country FROM client
      WHERE match_key = ? AND deleted_at IS NULL ORDER BY created_at, client.id LIMIT ${MOST_NAMESAKES}`;
    this.#statements = {
      icoHere: main.prepare(byIco(winnerOf('client.id'))).pluck(),
      icoNew: staging.prepare(byIco('id')).pluck(),
      keyHere: main.prepare(byKey(winnerOf('client.id'))),
      keyNew: staging.prepare(byKey('id')),
      fill: staging.prepare(`SELECT "values" FROM fill WHERE entity = 'client' AND record = ?`).pluck(),
    };
  }

  /** `id` of the client that the row means, or null for a new one. */
  find(values: Values): ClientMatch {
    const byIco = this.#findByIco(asText(values['ico']));
    if (byIco) return { ...byIco, hasNamesake: false };
    const key = this.keyOf(asText(values['name']));
    if (key === '') return { id: null, isNew: false, hasNamesake: false };
    const wanted = clientLook('', values);
    const namesakes = this.#namesakes(key);
    const compatible = namesakes.filter((candidate) => !contradict(candidate, wanted));
    const found =
      wanted.postcode !== ''
        ? compatible.find((candidate) => candidate.postcode === wanted.postcode)
        : withoutPostcode(compatible, wanted);
    return {
      id: found?.id ?? null,
      isNew: found?.isNew ?? false,
      hasNamesake: found === undefined && namesakes.length > 0,
    };
  }

  /** A client of the base whose empty fields a row has filled: later rows must not contradict the new ones. */
  noteFill(id: string, values: Values): void {
    this.#hasFills = true;
    if (typeof values['ico'] === 'string') this.#filledIco.set(values['ico'], id);
  }

  /** Match keys are worked out once for each spelling: an address book repeats its firms. */
  keyOf(name: string): string {
    const cached = this.#keys.get(name);
    if (cached !== undefined) return cached;
    const key = clientMatchKey(name);
    if (this.#keys.size > MOST_KEYS) this.#keys.clear();
    this.#keys.set(name, key);
    return key;
  }

  #findByIco(ico: string): { id: string; isNew: boolean } | null {
    if (ico === '') return null;
    const here =
      this.#filledIco.get(ico) ?? (this.#isBaseEmpty ? undefined : this.#statements.icoHere.get(ico));
    if (here) return { id: here as string, isNew: false };
    const added = this.#statements.icoNew.get(ico) as string | undefined;
    return added ? { id: added, isNew: true } : null;
  }

  #namesakes(key: string): Candidate[] {
    const added = this.#statements.keyNew.all(key) as StoredClient[];
    const here = this.#isBaseEmpty ? [] : (this.#statements.keyHere.all(key) as StoredClient[]);
    return [
      ...here.map((row) => ({ ...clientLook(row.id, { ...row, ...this.#fillOf(row.id) }), isNew: false })),
      ...added.map((row) => ({ ...clientLook(row.id, row), isNew: true })),
    ];
  }

  #fillOf(id: string): Values {
    const text = this.#hasFills ? (this.#statements.fill.get(id) as string | undefined) : undefined;
    return text === undefined ? {} : (JSON.parse(text) as Values);
  }
}

type StoredClient = Values & { id: string };

/**
 * A row without postcode: a client without one in the same town first, else the oldest that is written exactly so;
 * always the same one, so that a list read again adds nothing.
 */
function withoutPostcode(candidates: readonly Candidate[], wanted: ClientLook): Candidate | undefined {
  const bare = candidates.filter((candidate) => candidate.postcode === '');
  const same = (list: readonly Candidate[]) =>
    list.filter((candidate) => fold(candidate.name) === fold(wanted.name));
  const inTown = (list: readonly Candidate[]) => list.find((candidate) => candidate.town === wanted.town);
  const found = inTown(same(bare)) ?? same(bare)[0] ?? (wanted.town === '' ? undefined : inTown(bare));
  return found ?? (wanted.ico === '' ? (inTown(same(candidates)) ?? same(candidates)[0]) : undefined);
}

function contradict(a: ClientLook, b: ClientLook): boolean {
  return (
    differ(a.ico, b.ico) ||
    differ(a.postcode, b.postcode) ||
    differ(a.town, b.town) ||
    differ(a.country, b.country) ||
    differ(a.street, b.street)
  );
}

function differ(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}
