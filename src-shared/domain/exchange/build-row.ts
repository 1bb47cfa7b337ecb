/**
 * One line of a file made into the values of a client, a person and the person's place there. Nothing is guessed
 * silently and nothing is bent: a value that does not fit is left out and named, with its column.
 */
import { ROW_PROBLEMS, type RowProblem } from '../../contract/exchange.ts';
import { client, contact, position } from '../../entities/clients.ts';
import type { Email, Phone } from '../../entities/field.ts';
import { checkDic, checkIco, checkVatId } from '../clients/company-ids.ts';
import { parsePersonName } from '../contacts/person-name.ts';
import { parseDay } from '../time/day.ts';
import { readAddress } from './address-text.ts';
import {
  cleanCell,
  hasReplacement,
  isScientific,
  listOf,
  mayBeMojibake,
  oneLine,
  withoutFraction,
} from './cell-values.ts';
import { parseChoice } from './choice-values.ts';
import { countryCode } from './countries.ts';
import { emailKindOf, emailsIn, kindByNumber, phoneKindOf, phonesIn, readPhone } from './reach-values.ts';
import type { RowPlan, Step } from './row-plan.ts';

export interface BuiltProblem {
  /** Index of the column; undefined for what concerns the whole row. */
  readonly column?: number;
  readonly value?: string;
  readonly problem: RowProblem;
  readonly params: Record<string, string | number>;
}

export type RowValues = Record<string, unknown>;

export interface BuiltRow {
  client: RowValues | null;
  contact: RowValues | null;
  position: RowValues | null;
  problems: BuiltProblem[];
  skipped: boolean;
}

const MOST_VALUES = 20;
const NAME_TARGETS = new Set(['client.name', 'contact.lastName', 'contact.firstName', 'contact.fullName']);
const FIELDS: Record<string, Record<string, { readonly kind: string; readonly max?: number }>> = {
  client: client.fields,
  contact: contact.fields,
  position: position.fields,
};

/** Cells of one line by `plan`; cells beyond the headings are the caller's matter. */
export function buildRow(plan: RowPlan, cells: readonly string[]): BuiltRow {
  const draft = new RowDraft(plan);
  for (const step of plan.steps) {
    const raw = cells[step.column];
    if (raw !== undefined && raw !== '') draft.take(step, raw, cells);
  }
  return draft.finish();
}

class RowDraft {
  readonly #plan: RowPlan;
  readonly #values: Record<string, RowValues> = { client: {}, contact: {}, position: {} };
  readonly #problems: BuiltProblem[] = [];
  readonly #name: { full?: string; middle?: string } = {};
  readonly #address: { number?: string; whole?: string } = {};
  #country: string;
  #firstOfClient: Step | undefined;
  readonly #broken = new Set<string>();
  #isSkipped = false;

  constructor(plan: RowPlan) {
    this.#plan = plan;
    this.#country = plan.country;
  }

  take(step: Step, raw: string, cells: readonly string[]): void {
    const clean = cleanCell(raw);
    if (clean.hadControls) this.#say('controlCharacters', step, clean.text);
    if (clean.text === '') return;
    if (hasReplacement(clean.text) || (mayBeMojibake(clean.text) && this.#plan.isMojibake(clean.text))) {
      this.#say('wrongEncoding', step, clean.text);
      // Half of a name is not the name.
      if (NAME_TARGETS.has(step.target)) this.#broken.add(step.entity);
      return;
    }
    if (step.entity !== 'contact') this.#firstOfClient ??= step;
    switch (step.take) {
      case 'phone':
        for (const [at, value] of listOf(clean.text).entries())
          this.#addPhones(step, value, this.#labelOf(step, cells, at));
        return;
      case 'email':
        for (const [at, value] of listOf(clean.text).entries())
          this.#addEmails(step, value, this.#labelOf(step, cells, at));
        return;
      case 'notes':
        this.#append(step, clean.text, '\n');
        return;
      default:
        this.#takeOne(step, oneLine(listOf(clean.text)[0] ?? ''));
    }
  }

  #takeOne(step: Step, text: string): void {
    if (text === '') return;
    switch (step.take) {
      case 'fullName':
        this.#name.full = text;
        return;
      case 'middleName':
        this.#name.middle = text;
        return;
      case 'houseNumber':
        this.#address.number = text;
        return;
      case 'fullAddress':
        this.#address.whole = text;
        return;
      case 'street':
        this.#append(step, text, ', ');
        return;
      case 'country':
        return this.#takeCountry(step, text);
      case 'companyId':
        return this.#takeCompanyId(step, text);
      case 'day':
        return this.#takeDay(step, text);
      case 'choice':
        return this.#takeChoice(step, text);
      default:
        this.#set(step, step.field === 'postcode' ? withoutFraction(text) : text);
    }
  }

  #set(step: Step, value: string): void {
    const max = FIELDS[step.entity]?.[step.field]?.max ?? 200;
    if (value.length > max) this.#say('tooLong', step, value, { max, length: value.length });
    else (this.#values[step.entity] as RowValues)[step.field] = value;
  }

  #append(step: Step, text: string, between: string): void {
    const before = (this.#values[step.entity] as RowValues)[step.field];
    this.#set(step, typeof before === 'string' && before !== text ? `${before}${between}${text}` : text);
  }

  #takeCountry(step: Step, text: string): void {
    const code = countryCode(text);
    if (!code) return this.#say('notAChoice', step, text);
    this.#country = code;
    this.#set(step, code);
  }

  #takeCompanyId(step: Step, written: string): void {
    const text = withoutFraction(written);
    if (isScientific(text)) return this.#say('scientificNumber', step, text);
    if (step.field === 'ico') {
      const check = checkIco(text);
      // A register number that is not Slovak keeps its spelling; the report says that it was not recognised.
      if (check.problem) this.#say(check.problem === 'length' ? 'icoLength' : 'icoCheckDigit', step, text);
      return this.#set(step, check.value ?? text);
    }
    const check = step.field === 'dic' ? checkDic(text) : checkVatId(text, this.#country);
    if (check.problem) this.#say(step.field === 'dic' ? 'dicInvalid' : 'vatIdInvalid', step, text);
    this.#set(step, check.value ?? text);
  }

  #takeDay(step: Step, text: string): void {
    const parsed = parseDay(text, this.#plan.dayOrder);
    if (parsed.day === undefined) this.#say('notADay', step, text);
    else this.#set(step, parsed.day);
  }

  #takeChoice(step: Step, text: string): void {
    const value = parseChoice(step.target, text);
    if (value === undefined) this.#say('notAChoice', step, text);
    else this.#set(step, value);
  }

  #labelOf(step: Step, cells: readonly string[], at: number): string {
    const label = step.label === undefined ? '' : (cells[step.label] ?? '');
    return label.includes(':::') ? (listOf(label)[at] ?? '') : label;
  }

  #addPhones(step: Step, cell: string, label: string): void {
    if (isScientific(cell)) return this.#say('scientificNumber', step, cell);
    for (const text of phonesIn(withoutFraction(cell))) {
      const { value, isDoubtful } = readPhone(text, this.#country);
      if (value.length > 60) {
        this.#say('tooLong', step, value, { max: 60, length: value.length });
        continue;
      }
      if (isDoubtful) this.#say('notAPhone', step, value);
      const kind =
        (label === '' ? undefined : phoneKindOf(label)) ??
        (step.kind as Phone['kind'] | undefined) ??
        kindByNumber(value);
      this.#addTo(step, { value, kind } satisfies Phone, value);
    }
  }

  #addEmails(step: Step, cell: string, label: string): void {
    const { emails, rest } = emailsIn(cell);
    for (const text of rest) this.#say('notAnEmail', step, text);
    for (const value of emails) {
      if (value.length > 254) {
        this.#say('tooLong', step, value, { max: 254, length: value.length });
        continue;
      }
      const kind =
        (label === '' ? undefined : emailKindOf(label)) ?? (step.kind as Email['kind'] | undefined) ?? 'work';
      this.#addTo(step, { value, kind } satisfies Email, value.toLowerCase());
    }
  }

  #addTo(step: Step, entry: Phone | Email, key: string): void {
    const values = this.#values[step.entity] as RowValues;
    const list = (values[step.field] ??= []) as (Phone | Email)[];
    if (list.some((known) => known.value === entry.value || known.value.toLowerCase() === key)) return;
    if (list.length >= MOST_VALUES) this.#say('tooManyValues', step, entry.value, { max: MOST_VALUES });
    else list.push(entry);
  }

  #say(
    problem: RowProblem,
    step: Step | undefined,
    value?: string,
    params: Record<string, string | number> = {},
  ): void {
    if (ROW_PROBLEMS[problem] === 'skip') this.#isSkipped = true;
    this.#problems.push({ column: step?.column, value, problem, params });
  }

  finish(): BuiltRow {
    const firm = this.#finishClient();
    const person = this.#finishContact();
    const wanted = this.#plan.as === 'clients' ? firm : person;
    const isMissing = this.#plan.isEither ? !firm && !person : !wanted;
    if (isMissing) this.#say('nameEmpty', this.#plan.nameStep);
    const place = firm && person ? this.#values['position'] : null;
    if (!firm && !isMissing && this.#firstOfClient && this.#plan.hasClientName)
      this.#say('noClientForValue', this.#firstOfClient);
    return {
      client: firm,
      contact: person,
      position: place ?? null,
      problems: this.#problems,
      skipped: this.#isSkipped,
    };
  }

  #finishClient(): RowValues | null {
    const values = this.#values['client'] as RowValues;
    if (values['name'] === undefined || this.#broken.has('client')) return null;
    const { whole, number } = this.#address;
    if (whole !== undefined) {
      for (const [field, part] of Object.entries(readAddress(whole))) values[field] ??= part;
    }
    if (number !== undefined) {
      // In a village without streets the number stands behind the name of the village.
      const street = values['street'] ?? values['town'];
      values['street'] =
        typeof street === 'string' && street !== number && !street.endsWith(` ${number}`)
          ? `${street} ${number}`
          : number;
    }
    if (/^(?:SK|CZ)$/.test(this.#country) && /^\d{4}$/.test(String(values['postcode'])))
      values['postcode'] = `0${String(values['postcode'])}`;
    return values;
  }

  #finishContact(): RowValues | null {
    const values = this.#values['contact'] as RowValues;
    const { full, middle } = this.#name;
    if (full !== undefined && values['lastName'] === undefined) {
      const parts = parsePersonName(full);
      for (const [field, part] of Object.entries(parts)) if (part) values[field] ??= part;
    }
    if (middle !== undefined)
      values['firstName'] =
        typeof values['firstName'] === 'string' ? `${values['firstName']} ${middle}` : middle;
    if (values['lastName'] === undefined && values['firstName'] !== undefined) {
      values['lastName'] = values['firstName'];
      delete values['firstName'];
    }
    return values['lastName'] === undefined || this.#broken.has('contact') ? null : values;
  }
}
