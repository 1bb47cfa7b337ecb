/**
 * Which client a row means. By IČO; else by name without legal form and postcode. A row that has neither IČO nor
 * postcode means the one client of the same written name that nothing in the row contradicts: an address book says
 * "Alfa s.r.o." in a hundred rows and means one firm.
 */
import { clientMatchKey } from '#shared/domain/clients/legal-form.ts';
import { postcodeKey } from '#shared/domain/exchange/fill-record.ts';
import { fold } from '#shared/domain/text/fold.ts';
import { asText, type Values, valuesOf } from './record-rows.ts';
import type { Base } from './staging-base.ts';

interface Known {
  readonly id: string;
  readonly name: string;
  readonly ico: string;
  readonly postcode: string;
  readonly town: string;
  readonly street: string;
  readonly country: string;
}

export interface ClientMatch {
  readonly id: string | null;
  /** Same name, other data: both stay. */
  readonly hasNamesake: boolean;
}

export class KnownClients {
  readonly #isBaseEmpty: boolean;
  readonly #byIco;
  readonly #byKey;
  // What this import adds; the base itself is asked through its own indexes.
  readonly #newByIco = new Map<string, string>();
  readonly #newByKey = new Map<string, Known[]>();
  readonly #keys = new Map<string, string>();
  readonly #filled = new Map<string, Partial<Known>>();

  constructor(main: Base) {
    this.#isBaseEmpty = main.prepare('SELECT 1 FROM client LIMIT 1').get() === undefined;
    this.#byIco = main
      .prepare('SELECT id FROM client WHERE ico = ? AND deleted_at IS NULL ORDER BY created_at, id LIMIT 1')
      .pluck();
    this.#byKey = main.prepare(
      'SELECT * FROM client WHERE match_key = ? AND deleted_at IS NULL ORDER BY created_at, id LIMIT 50',
    );
  }

  /** `id` of the client that the row means, or null for a new one. */
  find(values: Values): ClientMatch {
    const ico = asText(values['ico']);
    if (ico !== '') {
      const id =
        this.#newByIco.get(ico) ??
        (this.#isBaseEmpty ? undefined : (this.#byIco.get(ico) as string | undefined));
      if (id) return { id, hasNamesake: false };
    }
    const key = this.keyOf(asText(values['name']));
    if (key === '') return { id: null, hasNamesake: false };
    const wanted = knownOf('', values);
    const namesakes = this.#namesakes(key);
    const compatible = namesakes.filter((candidate) => !contradict(candidate, wanted));
    const found =
      wanted.postcode !== ''
        ? compatible.find((candidate) => candidate.postcode === wanted.postcode)
        : withoutPostcode(compatible, wanted);
    return { id: found?.id ?? null, hasNamesake: found === undefined && namesakes.length > 0 };
  }

  /** A known client whose empty fields a row has filled: later rows must not contradict the new ones. */
  fill(id: string, values: Values): void {
    const now = { ...this.#filled.get(id), ...knownPart(values) };
    this.#filled.set(id, now);
    if (now.ico) this.#newByIco.set(now.ico, id);
  }

  add(id: string, values: Values): void {
    const known = knownOf(id, values);
    if (known.ico !== '') this.#newByIco.set(known.ico, id);
    const key = this.keyOf(known.name);
    const list = this.#newByKey.get(key);
    if (list) list.push(known);
    else this.#newByKey.set(key, [known]);
  }

  /** Match keys are worked out once for each spelling: an address book repeats its firms. */
  keyOf(name: string): string {
    const cached = this.#keys.get(name);
    if (cached !== undefined) return cached;
    const key = clientMatchKey(name);
    if (this.#keys.size > 20_000) this.#keys.clear();
    this.#keys.set(name, key);
    return key;
  }

  #namesakes(key: string): Known[] {
    const stored = this.#isBaseEmpty ? [] : (this.#byKey.all(key) as Record<string, unknown>[]);
    const added = this.#newByKey.get(key) ?? [];
    const known =
      stored.length === 0
        ? added
        : [...stored.map((row) => knownOf(String(row['id']), valuesOf('client', row))), ...added];
    return this.#filled.size === 0 ? known : known.map((one) => ({ ...one, ...this.#filled.get(one.id) }));
  }
}

/**
 * A row without postcode: a client without one in the same town first, else the oldest that is written exactly so;
 * always the same one, so that a list read again adds nothing.
 */
function withoutPostcode(candidates: readonly Known[], wanted: Known): Known | undefined {
  const bare = candidates.filter((candidate) => candidate.postcode === '');
  const same = (list: readonly Known[]) =>
    list.filter((candidate) => fold(candidate.name) === fold(wanted.name));
  const inTown = (list: readonly Known[]) => list.find((candidate) => candidate.town === wanted.town);
  const found = inTown(same(bare)) ?? same(bare)[0] ?? (wanted.town === '' ? undefined : inTown(bare));
  return found ?? (wanted.ico === '' ? (inTown(same(candidates)) ?? same(candidates)[0]) : undefined);
}

function contradict(a: Known, b: Known): boolean {
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

/** Only the fields that the values have. */
function knownPart(values: Values): Partial<Known> {
  return Object.fromEntries(Object.entries(knownOf('', values)).filter(([, value]) => value !== ''));
}

function knownOf(id: string, values: Values): Known {
  return {
    id,
    name: asText(values['name']),
    ico: asText(values['ico']),
    postcode: postcodeKey(values['postcode']),
    town: fold(asText(values['town'])),
    street: fold(asText(values['street'])),
    country: asText(values['country']),
  };
}
