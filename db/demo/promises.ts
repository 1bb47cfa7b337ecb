/** What was promised in the talks of the last months, on both sides, and what departments were asked for because of it. */
import { addDays, todayIn } from '#shared/domain/time/day.ts';
import type { Meeting } from './meetings.ts';
import { workdayAfter } from './moments.ts';
import type { Product } from './range.ts';
import type { DemoRecord, Setting } from './record.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const ZONE = 'Europe/Bratislava';
/** So far back promises are remembered. */
const REMEMBERED = 150 * DAY;

interface Words {
  side: 'ours' | 'theirs';
  text(product: Product): string;
  department?: string;
  /** What the department is asked for. */
  request?(product: Product): string;
}

const PROMISES: readonly Words[] = [
  {
    side: 'ours',
    text: ({ genitive }) => `Pošleme vzorky ${genitive}.`,
    department: 'Výroba',
    request: ({ genitive }) => `Pripraviť vzorky ${genitive} na skúšku u klienta.`,
  },
  {
    side: 'ours',
    text: ({ accusative }) => `Pripravíme cenovú ponuku na ${accusative} s množstevnou zľavou.`,
    department: 'Cenotvorba',
    request: ({ accusative }) => `Prepočítať cenu na ${accusative} pri dvojnásobnom odbere.`,
  },
  { side: 'ours', text: () => 'Pošleme technické listy a certifikáty.', department: 'Kvalita' },
  {
    side: 'ours',
    text: () => 'Preveríme, prečo posledná dodávka meškala, a ozveme sa.',
    department: 'Logistika',
    request: () => 'Zistiť, prečo dodávka meškala a čo s tým urobíme.',
  },
  { side: 'ours', text: () => 'Zavoláme s termínom dodania.', department: 'Logistika' },
  { side: 'theirs', text: () => 'Pošlú výhľad odberu na ďalší štvrťrok.' },
  { side: 'theirs', text: ({ accusative }) => `Vyskúšajú ${accusative} na svojej linke.` },
  { side: 'theirs', text: () => 'Vrátia podpísanú zmluvu.' },
  { side: 'theirs', text: () => 'Predstavia nás vedúcemu výroby.' },
];

export function createPromises({ chance, newId, now, today, me }: Setting) {
  function add(group: DemoRecord[], client: string, { id, happenedAt, person, product }: Meeting): void {
    const { side, text, department, request } = chance.of(PROMISES);
    const dueOn = workdayAfter(addDays(todayIn(ZONE, happenedAt), chance.between(4, 30)));
    // Most of what is over was kept; of what fell due lately some still waits.
    const isOver = dueOn < addDays(today, -40) || (dueOn < today && chance.happens(0.6));
    const state = isOver ? (chance.happens(0.85) ? 'kept' : 'broken') : 'open';
    const closedAt = isOver ? Math.min(now - HOUR, happenedAt + chance.between(2, 25) * DAY) : null;
    const promise = newId();
    group.push({
      entity: 'promise',
      id: promise,
      values: {
        client,
        side,
        text: text(product),
        contact: person.id,
        member: me,
        department: department ?? null,
        promisedAt: happenedAt,
        dueOn,
        state,
        closedAt,
        interaction: id,
      },
    });
    if (!department || !request) return;
    const askedAt = Math.min(now - HOUR, happenedAt + HOUR);
    const answeredAt = Math.min(now - HOUR / 2, askedAt + chance.between(1, 9) * DAY);
    const isAnswered = state !== 'open' || chance.happens(0.3);
    group.push({
      entity: 'departmentRequest',
      id: newId(),
      values: {
        client,
        promise,
        department,
        text: request(product),
        askedBy: me,
        askedAt,
        answerBy: workdayAfter(addDays(todayIn(ZONE, askedAt), 5)),
        answer: isAnswered ? 'Vybavené, klientovi to môžete potvrdiť.' : null,
        answeredAt: isAnswered ? answeredAt : null,
      },
    });
  }

  return {
    from(group: DemoRecord[], client: string, meetings: readonly Meeting[]): void {
      for (const meeting of meetings)
        if (now - meeting.happenedAt < REMEMBERED && chance.happens(0.5)) add(group, client, meeting);
    },
  };
}
