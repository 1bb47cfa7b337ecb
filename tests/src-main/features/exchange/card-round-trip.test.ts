/** What is written as a card is read back as it was: by our own reader, and by ical.js, which knows nothing of us. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { cardsIn } from '#main/features/exchange/card-lines.ts';
import { cardDecoder } from '#main/features/exchange/card-text.ts';
import type { CardRow } from '#main/features/exchange/export-rows.ts';
import { cardOf, firmCardOf } from '#main/features/exchange/export-vcard.ts';
import { buildRow } from '#shared/domain/exchange/build-row.ts';
import { CARD_COLUMNS } from '#shared/domain/exchange/cards/card-columns.ts';
import { readCard } from '#shared/domain/exchange/cards/read-card.ts';
import { planRow } from '#shared/domain/exchange/row-plan.ts';

const plan = planRow(
  CARD_COLUMNS.map(({ target }) => target),
  { as: 'contacts', isEither: true, country: 'SK', isMojibake: () => false },
);
const country = (code: unknown) => (typeof code === 'string' ? code : '');

function readBack(text: string) {
  const bytes = Buffer.from(text).toString('latin1');
  const [card] = [...cardsIn([bytes.slice(0, 37), bytes.slice(37)])].flat();
  return readCard(card?.lines ?? [], cardDecoder('utf-8')).map((cells) => buildRow(plan, cells));
}

const LETTERS = 'aábcčdďeéfghiíjkľmnňoópqrŕsštťuúvwxyýzž ŽĽŠČŤ,;:\\"=+-.&/()!?\'ßöüő安藤😀';
const word = (max: number) =>
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: max })
    .map((letters) => letters.join('').replace(/\s+/g, ' ').trim())
    // What begins with a sign is taken for a guard of spreadsheets or for nothing, in every file.
    .filter(
      (text) =>
        /^\p{L}/u.test(text) &&
        /\p{L}$/u.test(text) &&
        !/:::| ,|, |^(?:null|none|nan|undefined)$/i.test(text),
    );
const phone = fc.record({
  value: fc.integer({ min: 900_000_000, max: 919_999_999 }).map((n) => `+421${n}`),
  kind: fc.constantFrom('mobile', 'work', 'home', 'fax', 'other'),
});
const email = fc.record({
  value: fc
    .string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 12 })
    .map((name) => `${name}@firma.sk`),
  kind: fc.constantFrom('work', 'home', 'other'),
});
const notes = fc.array(word(80), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const distinct = <T extends { value: string }>(list: T[]) => [
  ...new Map(list.map((entry) => [entry.value, entry])).values(),
];
const list = <T extends { value: string }>(entry: fc.Arbitrary<T>) =>
  fc.array(entry, { maxLength: 4 }).map(distinct);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const place = fc.record({
  name: word(40),
  department: optional(word(20)),
  job_title: optional(word(30)),
  street: optional(word(40)),
  town: optional(word(20)),
  postcode: optional(fc.integer({ min: 10_000, max: 99_999 }).map(String)),
  phones: list(phone),
});
const person = fc.record({
  titles_before: optional(fc.constantFrom('Ing.', 'prof. MUDr.', 'Mgr. art.')),
  first_name: optional(word(20)),
  last_name: word(30),
  titles_after: optional(fc.constantFrom('PhD.', 'CSc., MBA')),
  notes: optional(notes),
});

type Place = typeof place extends fc.Arbitrary<infer T> ? T : never;

function rowOf(
  who: Record<string, string | null>,
  phones: object[],
  emails: object[],
  places: Place[],
): CardRow {
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    createdAt: 1_700_000_000_000,
    person: { ...who, phones: JSON.stringify(phones), emails: JSON.stringify(emails) },
    places: places.map(({ phones: work, ...rest }) => ({ ...rest, work_phones: JSON.stringify(work) })),
  };
}

/** Lists by value, because a card groups numbers by their kind. */
const sorted = (entries: unknown) =>
  ((entries ?? []) as { value: string }[]).toSorted((a, b) => a.value.localeCompare(b.value));
const filled = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

describe('people', () => {
  test('version 4.0 keeps everything, with all firms', () => {
    fc.assert(
      fc.property(
        person,
        list(phone),
        list(email),
        fc.array(place, { maxLength: 3 }),
        (who, phones, emails, places) => {
          const text = cardOf(rowOf(who, phones, emails, places), country, '4.0');
          expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
          const rows = readBack(text);
          expect(rows).toHaveLength(Math.max(1, places.length));
          expect(rows[0]?.contact).toMatchObject(
            filled({
              titlesBefore: who.titles_before,
              firstName: who.first_name,
              lastName: who.last_name,
              titlesAfter: who.titles_after,
              notes: who.notes,
            }),
          );
          expect(sorted(rows[0]?.contact?.['phones'])).toEqual(sorted(phones));
          expect(sorted(rows[0]?.contact?.['emails'])).toEqual(sorted(emails));
          for (const [at, { phones: work, ...firm }] of places.entries()) {
            const { name, street, town, postcode, department, job_title: jobTitle } = firm;
            expect(rows[at]?.client).toMatchObject(filled({ name, street, town, postcode }));
            expect(filled(rows[at]?.position ?? {})).toMatchObject(filled({ department, jobTitle }));
            expect(sorted(rows[at]?.position?.['workPhones']).map(({ value }) => value)).toEqual(
              sorted(work).map(({ value }) => value),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('version 3.0 keeps the person and the newest firm', () => {
    fc.assert(
      fc.property(
        person,
        list(phone),
        list(email),
        fc.array(place, { maxLength: 2 }),
        (who, phones, emails, places) => {
          const quiet = places.map((one) => ({ ...one, phones: [] }));
          const [row, ...more] = readBack(cardOf(rowOf(who, phones, emails, quiet), country, '3.0'));
          expect(more).toEqual([]);
          expect(row?.contact?.['lastName']).toBe(who.last_name);
          expect(row?.contact?.['notes'] ?? null).toBe(who.notes);
          expect(sorted(row?.contact?.['phones'])).toEqual(sorted(phones));
          expect(sorted(row?.contact?.['emails'])).toEqual(sorted(emails));
          expect(row?.client?.['name']).toBe(places[0]?.name);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each(['3.0', '4.0'] as const)(
    'ical.js reads the same names, numbers and firms from version %s',
    (version) => {
      fc.assert(
        fc.property(
          person,
          list(phone),
          fc.array(place, { minLength: 1, maxLength: 3 }),
          (who, phones, places) => {
            const quiet = places.map((one) => ({ ...one, phones: [] }));
            const text = cardOf(rowOf(who, phones, [], quiet), country, version);
            const card = new ICAL.Component(ICAL.parse(text.trim()) as never);
            expect(card.getFirstPropertyValue('version')).toBe(version);
            expect(card.getFirstPropertyValue('n')).toEqual([
              who.last_name,
              who.first_name ?? '',
              '',
              who.titles_before ?? '',
              // A list within a component: its comma parts degrees.
              expect.anything(),
            ]);
            expect(card.getFirstPropertyValue('note')).toBe(who.notes);
            const numbers = card
              .getAllProperties('tel')
              .map((tel) => String(tel.getFirstValue()).replace('tel:', ''));
            expect(numbers).toEqual(phones.map(({ value }) => value));
            const firms = card.getAllProperties('org').map((org) => [org.getFirstValue()].flat()[0]);
            expect(firms).toEqual((version === '3.0' ? places.slice(0, 1) : places).map(({ name }) => name));
          },
        ),
        { numRuns: 1000 },
      );
    },
  );
});

test.each(['3.0', '4.0'] as const)('a firm comes back as a firm (%s)', (version) => {
  fc.assert(
    fc.property(word(60), list(phone), optional(notes), (name, phones, text) => {
      const firm = {
        id: '01890a5d-ac96-774b-bcce-b302099a8057',
        created_at: '1700000000000',
        name,
        notes: text,
        phones: JSON.stringify(phones),
      };
      const rows = readBack(firmCardOf(firm, country, version));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ contact: null, client: filled({ name, notes: text }) });
      expect(sorted(rows[0]?.client?.['phones']).map(({ value }) => value)).toEqual(
        sorted(phones).map(({ value }) => value),
      );
    }),
    { numRuns: 200 },
  );
});

test('whoever left a firm is not written there', () => {
  const gone = { name: 'Stará firma', ended_on: '2020-01-01', job_title: 'riaditeľ', work_phones: '[]' };
  const row = rowOf({ last_name: 'Novák' }, [], [], []);
  expect(cardOf({ ...row, places: [gone] }, country, '4.0')).not.toContain('Stará firma');
});

describe('whatever a file holds', () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'VERSION:2.1',
      'VERSION:3.0',
      'N;ENCODING=QUOTED-PRINTABLE:=C4=8E=',
      'NOTE;ENCODING=QUOTED-PRINTABLE:a=',
      'item1.TEL;TYPE="CELL:+421',
      'item1.X-ABLabel:_$!<Work>!$_',
      'PHOTO;ENCODING=BASE64:/9j/',
      'AGENT:',
      'ORG:A;B',
      ' folded',
      '\tfolded',
      '# comment',
      'ADR;WORK:;;a\\',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => Buffer.from(text).toString('latin1')),
  );
  const file = fc
    .array(fc.tuple(fragment, fc.constantFrom('\r\n', '\n', '\r', '')), { maxLength: 40 })
    .map((parts) => parts.map(([text, end]) => text + end).join(''));

  test('the pieces it is read in change nothing', () => {
    fc.assert(
      fc.property(file, fc.array(fc.nat(400), { maxLength: 6 }), (text, cuts) => {
        const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect([...cardsIn(pieces)].flat()).toEqual([...cardsIn([text])].flat());
      }),
      { numRuns: 1000 },
    );
  });

  test('it becomes rows or nothing, and never an error', () => {
    fc.assert(
      fc.property(file, (text) => {
        for (const card of [...cardsIn([text])].flat())
          for (const cells of readCard(card.lines, cardDecoder(null))) {
            expect(cells).toHaveLength(CARD_COLUMNS.length);
            buildRow(plan, cells);
          }
      }),
      { numRuns: 1000 },
    );
  });
});
