/** Meetings ahead, prepared more and less, the held ones behind the talks of the year, and a list of calls. */
import { type MeetingType, usualEnd } from '#shared/domain/meetings/meeting-times.ts';
import { instantAt } from '#shared/domain/time/instants.ts';
import { nextWorkingDay } from '#shared/domain/time/working-days.ts';
import { startChecklist } from './contracts.ts';
import type { Firm } from './firms.ts';
import { ZONES } from './moments.ts';
import type { Person } from './people.ts';
import type { DemoRecord, Setting } from './record.ts';

interface Plan {
  readonly status: Firm['status'];
  readonly type: MeetingType;
  /** Working days from today. */
  readonly days: number;
  readonly at: string;
  readonly travel: number | null;
  /** How much of the preparation is done, 0 to 1. */
  readonly prepared: number;
  readonly aims: readonly string[];
  readonly values?: Record<string, string>;
}

const TEMPLATES: Record<MeetingType, string> = {
  firstContact: 'builtin:meeting-first-contact',
  needs: 'builtin:meeting-needs',
  presentation: 'builtin:meeting-presentation',
  negotiation: 'builtin:meeting-negotiation',
  closing: 'builtin:meeting-closing',
  complaint: 'builtin:meeting-complaint',
  renewal: 'builtin:meeting-renewal',
  review: 'builtin:meeting-review',
};

/** Taken in turn by firms of the status; the second and third leave too little time for the way between them. */
const PLANS: readonly Plan[] = [
  {
    status: 'active',
    type: 'negotiation',
    days: 1,
    at: '09:00',
    travel: 40,
    prepared: 0.7,
    aims: ['Cenník na budúci rok potvrdený', 'Odber stretch fólie o 10 % vyšší', 'Splatnosť najviac 30 dní'],
    values: {
      agenda: '1. Vyhodnotenie roka\n2. Ceny a zľavy\n3. Termíny dodania',
      planAim: 'Zvýšenie cien o 4 % od 1. januára.',
      planLimit: 'Pod 2 % nejdeme; splatnosť najviac 45 dní.',
      planConcessions: 'Doprava zdarma od 20 paliet, ak sa zaviažu na ročný odber.',
    },
  },
  {
    status: 'active',
    type: 'review',
    days: 1,
    at: '13:00',
    travel: 45,
    prepared: 0.3,
    aims: ['Reklamácie z jesene uzavreté', 'Odporúčanie do sesterského závodu'],
  },
  {
    status: 'active',
    type: 'complaint',
    days: 1,
    at: '15:00',
    travel: 30,
    prepared: 0.5,
    aims: ['Dohoda o náhrade poškodených paliet'],
  },
  {
    status: 'prospect',
    type: 'firstContact',
    days: 2,
    at: '10:00',
    travel: 60,
    prepared: 0.9,
    aims: ['Kto rozhoduje a kedy', 'Súhlas so vzorkami'],
  },
  { status: 'active', type: 'renewal', days: 5, at: '09:30', travel: 90, prepared: 0, aims: [] },
  {
    status: 'prospect',
    type: 'needs',
    days: 6,
    at: '11:00',
    travel: 35,
    prepared: 0.4,
    aims: ['Ročná spotreba kartónov'],
  },
  {
    status: 'prospect',
    type: 'presentation',
    days: 8,
    at: '14:00',
    travel: 50,
    prepared: 0.1,
    aims: ['Skúšobná objednávka'],
    values: { title: 'Ukážka baliacej linky', stand: 'B 14' },
  },
  {
    status: 'active',
    type: 'closing',
    days: 13,
    at: '10:00',
    travel: 75,
    prepared: 0,
    aims: ['Podpis rámcovej zmluvy'],
  },
];

const SCRIPT = `Dobrý deň, volám sa [ja] a som z firmy, ktorá balí tovar tak, aby prišiel celý. Je pri telefóne [osoba]?
Koľko zásielok sa vám vráti poškodených?
Ukázal by som vám na mieste, ako to vyriešili vo firme z vášho odboru. Hodí sa vám skôr utorok, alebo štvrtok?`;
const TARGETS = 9;
const MINUTE = 60_000;

export function createPlans(setting: Setting) {
  const { newId, today, me } = setting;
  const left = [...PLANS];
  const callList = newId();
  let called = 0;

  return {
    callList: {
      entity: 'callList',
      id: callList,
      values: { name: 'Záujemcovia pred sezónou', script: SCRIPT },
    } satisfies DemoRecord,

    /** The next plan for a firm of this status, if one is left. */
    plan(into: DemoRecord[], client: string, firm: Firm, people: readonly [Person, ...Person[]]): void {
      const at = left.findIndex(({ status }) => status === firm.status);
      const [plan] = at === -1 ? [] : left.splice(at, 1);
      if (!plan) return;
      const zone = ZONES[firm.place.country];
      const startsAt = instantAt(workingDay(today, plan.days), plan.at, zone);
      const id = newId();
      into.push({
        entity: 'meeting',
        id,
        values: {
          client,
          type: plan.type,
          status: 'planned',
          startsAt,
          endsAt: usualEnd(startsAt, plan.type),
          zone,
          place: firm.place.town,
          people: people.slice(0, 2).map((person) => person.id),
          ours: [me],
          aims: plan.aims.length > 0 ? plan.aims : null,
          travelMinutes: plan.travel,
          ...plan.values,
        },
      });
      startChecklist(into, { client, meeting: id }, TEMPLATES[plan.type], plan.prepared, setting);
    },

    /** Prospects are called in turn: one has been reached for an appointment, one not at all, the others wait. */
    call(into: DemoRecord[], client: string, firm: Firm, [person]: readonly [Person, ...Person[]]): void {
      if (firm.status !== 'prospect' || called === TARGETS) return;
      called += 1;
      const state = called === 2 ? 'refused' : called === 5 ? 'unreachable' : 'waiting';
      into.push({
        entity: 'callTarget',
        id: newId(),
        values: {
          client,
          callList,
          contact: person.id,
          state,
          nextAttemptAt: called === 3 ? setting.now + 90 * MINUTE : null,
        },
      });
    },
  };
}

function workingDay(today: string, ahead: number): string {
  return ahead === 0 ? today : workingDay(nextWorkingDay(today), ahead - 1);
}
