/** What visits and meetings say beside their text: how long they took, where they were, what was needed; and the way there. */
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import type { Firm } from './firms.ts';
import { KILOMETRES, TRIPS_FROM } from './kilometres.ts';
import type { Product } from './range.ts';
import type { DemoRecord, Setting } from './record.ts';

const MINUTE = 60_000;
const VEHICLE = 'ZA-514HK';
/** So many days back the trip log was kept; the newest visits wait for their trips. */
const DRIVEN = { from: 200, to: 7 } as const;

const NEEDS: readonly ((product: Product) => string)[] = [
  ({ genitive }) => `Menšie balenia ${genitive}, aby ich obsluha zvládla sama.`,
  ({ genitive }) => `Dodanie ${genitive} do dvoch pracovných dní od objednávky.`,
  ({ accusative }) => `Jeden dodávateľ na ${accusative} aj na ostatné obaly, spoločná faktúra raz za mesiac.`,
  ({ genitive }) => `Skúška ${genitive} na vlastnej linke skôr, než rozhodnú.`,
  () => 'Menej odpadu: pýtajú sa na recyklované a vratné obaly.',
];

export function createVisits({ chance, newId, me, now, today }: Setting) {
  function endOf(start: number, kind: unknown): number | null {
    const minutes = kind === 'visit' ? chance.between(2, 6) * 15 : chance.between(4, 8) * 15;
    const end = start + minutes * MINUTE;
    return end <= now ? end : null;
  }

  function driveTo(group: DemoRecord[], { id, values }: DemoRecord, firm: Firm): void {
    const kilometres = KILOMETRES[firm.place.town];
    const on = todayIn(String(values['zone']), Number(values['happenedAt']));
    const isKept = on >= addDays(today, -DRIVEN.from) && on < addDays(today, -DRIVEN.to);
    if (kilometres === undefined || !isKept || values['author'] !== me) return;
    const ways = [
      { fromPlace: TRIPS_FROM, toPlace: firm.place.town, interaction: id },
      { fromPlace: firm.place.town, toPlace: TRIPS_FROM },
    ];
    for (const way of ways) {
      const trip = { client: values['client'], member: me, on, kilometres, vehicle: VEHICLE };
      group.push({ entity: 'trip', id: newId(), values: { ...trip, purpose: 'Návšteva klienta', ...way } });
    }
  }

  return {
    /** Completes the talks of a client that were held in person. */
    complete(group: DemoRecord[], firm: Firm, product: Product): void {
      for (const [at, record] of group.entries()) {
        const { kind, happenedAt } = record.values;
        if (record.entity !== 'interaction' || (kind !== 'visit' && kind !== 'meeting')) continue;
        const needs = chance.happens(0.4) ? chance.of(NEEDS)(product) : null;
        const endedAt = endOf(Number(happenedAt), kind);
        group[at] = { ...record, values: { ...record.values, endedAt, place: firm.place.town, needs } };
      }
      const visits = group.filter(
        ({ entity, values }) => entity === 'interaction' && values['kind'] === 'visit',
      );
      for (const visit of visits) driveTo(group, visit, firm);
    },
  };
}
