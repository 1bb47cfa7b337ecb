/**
 * Prepares a negotiation: `node brief-base.ts PROFILE usual|full`, which prints the ids as JSON. The usual one has
 * something in every section of its brief; the full one more and longer than any page holds, at a client who speaks German.
 */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { createRouterClient } from '@orpc/server';
import { openHost } from '#main/engine/host.ts';
import type { EngineClient } from '#main/engine/reach.ts';
import { router } from '#main/engine/router.ts';
import { addDays, todayIn } from '#shared/domain/time/day.ts';

export interface BriefIds {
  client: string;
  meeting: string;
}

export type Amount = 'usual' | 'full';

const DAY = 86_400_000;
const ZONE = 'Europe/Bratislava';
const LONG = 'Nekŕmte ďatle a ťuhýky, lebo zožerú všetky ľadové žltohlavé šľahačkové kôlne s vŕbou. '
  .repeat(3)
  .trim();

const [profile = '', amount = 'usual'] = process.argv.slice(2);
const host = openHost({
  profile,
  shell: 'commandLine',
  defaults: { language: 'sk', country: 'SK', name: 'Zuzana Kováčová' },
});
const engine = createRouterClient(router, { context: host.context('script') }) as EngineClient;
const ids = await fill(amount as Amount);
host.close();
process.stdout.write(JSON.stringify(ids));

async function fill(much: Amount): Promise<BriefIds> {
  const isFull = much === 'full';
  const long = (text: string) => (isFull ? `${text} ${LONG}` : text);
  const many = (count: number) => Array.from({ length: isFull ? count : 1 }, (_, at) => at);
  const now = Date.now();
  const today = todayIn(ZONE, now);
  const [client, other, meeting] = [randomUUID(), randomUUID(), randomUUID()];
  await engine.settings.setUp({ language: 'sk', country: 'SK', name: 'Zuzana Kováčová' });
  await engine.clients.create({
    id: client,
    values: {
      name: isFull ? `Žltá píla ${LONG}`.slice(0, 200) : 'Drevovýroba Ľubochňa, s. r. o.',
      status: 'active',
      tier: 'key',
      segment: 'nábytok',
      town: 'Ľubochňa',
      language: isFull ? 'de' : 'cs',
      termsBrief: long('Zľava 6 % nad 40 m³ za štvrťrok.'),
    },
  });
  await engine.clients.create({ id: other, values: { name: 'Orava', status: 'active', segment: 'nábytok' } });
  const people: string[] = [];
  for (const at of many(12)) {
    const contact = randomUUID();
    people.push(contact);
    const email = `objednavky.${at}@drevovyroba-lubochna.example`;
    await engine.contacts.create({
      id: contact,
      values: {
        firstName: 'Mária',
        lastName: `Kôšová${isFull ? `-Ďurčanská Žitňanská ${at}` : ''}`,
        preferredChannel: 'email',
        emails: [{ kind: 'work', value: email }],
      },
      position: {
        id: randomUUID(),
        values: {
          client,
          contact,
          jobTitle: long('vedúca nákupu').slice(0, 140),
          role: 'buyer',
          stance: 'opponent',
        },
      },
    });
  }
  for (const at of many(8))
    await engine.contracts.create({
      id: randomUUID(),
      values: {
        client,
        title: long(`Rámcová zmluva ${at}`).slice(0, 240),
        number: `RZ-${at}`,
        status: 'inForce',
        endsOn: addDays(today, 130 + at),
        noticeMonths: 3,
        renews: true,
      },
    });
  await engine.meetings.log({
    id: randomUUID(),
    values: { client: other, kind: 'visit', happenedAt: now - 60 * DAY, zone: ZONE },
    objections: many(8).map((at) => ({
      id: randomUUID(),
      text: long('Konkurencia je lacnejšia'),
      kind: 'price' as const,
      product: `Lepené dosky${at > 0 ? ` ${at}` : ''}`,
      answer: long('Prepočet ceny na hotový výrobok'),
      outcome: 'overcome' as const,
    })),
  });
  await engine.meetings.log({
    id: randomUUID(),
    values: {
      client,
      kind: 'visit',
      happenedAt: now - 35 * DAY,
      zone: ZONE,
      people: people.slice(0, 1),
      summary: 'Prešli sme odbery.',
      needs: 'Stabilná cena na celý rok',
    },
    objections: many(12).map((at) => ({
      id: randomUUID(),
      text: long('Lesná píla dáva o 4 % menej'),
      kind: 'price' as const,
      product: `Lepené dosky${at > 0 ? ` ${at}` : ''}`,
    })),
    promises: many(16).map((at) => ({
      id: randomUUID(),
      side: at % 2 === 0 ? ('ours' as const) : ('theirs' as const),
      text: long('Poslať vzorky lepených dosiek').slice(0, 480),
      dueOn: addDays(today, at - 3),
    })),
  });
  for (const at of many(14))
    await engine.meetings.log({
      id: randomUUID(),
      values: {
        client,
        kind: 'call',
        happenedAt: now - (at + 1) * DAY,
        zone: ZONE,
        summary: long('Pýtali sa na termín vzoriek.'),
        needs: isFull ? `${at} ${LONG}` : null,
      },
    });
  await engine.meetingPlans.plan({
    id: meeting,
    checklist: randomUUID(),
    values: {
      client,
      type: 'negotiation',
      title: long('Ceny na budúci rok').slice(0, 190),
      startsAt: now + DAY,
      endsAt: now + DAY + 90 * 60_000,
      zone: ZONE,
      place: long('Ľubochňa, sídlo firmy').slice(0, 240),
      people: people.slice(0, 8),
      aims: [0, 1, 2].map((at) => long(`Cieľ ${at}: predĺžiť zmluvu`).slice(0, 190)),
      agenda: long('Odbery, ceny, termíny: ľščťžýáíéúäôňŕĺ ĽŠČŤŽÝÁÍÉÚÄÔŇŔĹ'),
      planAim: long('Cena +5 %'),
      planLimit: long('Cena +3 %, splatnosť 60 dní'),
      planConcessions: long('Doprava zadarmo nad 20 m³'),
      notes: long('Prísť o desať minút skôr.'),
    },
  });
  return { client, meeting };
}
