/** Contracts of all statuses, some with a notice deadline close ahead, and the checklists that carry them. */
import { BUILT_IN_TEMPLATES } from '#shared/domain/contracts/built-in-templates.ts';
import { addDays, addMonths } from '#shared/domain/time/day.ts';
import type { CONTRACT_STATUSES, CONTRACT_TYPES } from '#shared/entities/contracts.ts';
import type { DemoRecord, Setting } from './record.ts';

type Status = (typeof CONTRACT_STATUSES)[number];

type Title = readonly [type: (typeof CONTRACT_TYPES)[number], prefix: string, title: string];

const TITLES: readonly [Title, ...Title[]] = [
  ['framework', 'RZ', 'Rámcová zmluva o dodávkach obalového materiálu'],
  ['service', 'SZ', 'Zmluva o servise baliacich strojov'],
  ['framework', 'RZ', 'Rámcová zmluva o dodávkach kartónových obalov'],
  ['purchase', 'KZ', 'Kúpna zmluva na ovíjací stroj'],
  ['lease', 'NZ', 'Zmluva o nájme vratných prepraviek'],
  ['nda', 'ML', 'Dohoda o mlčanlivosti'],
  ['work', 'ZD', 'Zmluva o dielo – baliaca linka'],
  ['licence', 'LZ', 'Licenčná zmluva na objednávkový portál'],
  ['agency', 'OZ', 'Zmluva o obchodnom zastúpení'],
  ['other', 'ZK', 'Zmluva o konsignačnom sklade'],
];
const STATUSES: readonly Status[] = [
  'inForce',
  'negotiated',
  'inForce',
  'draft',
  'inForce',
  'signed',
  'inForce',
  'terminated',
  'inForce',
  'expired',
];
/** Days from today to the last day on which notice may be given, for contracts in force. */
const DEADLINES = [6, 13, 21, -4, 29, 45, 75, 110, 160, 210, 260, 320] as const;
const DONE_SHARE: Record<Status, number> = {
  draft: 0.25,
  negotiated: 0.55,
  signed: 0.9,
  inForce: 1,
  terminated: 1,
  expired: 1,
};
const ITEM_NOTES = [
  'Potvrdené e-mailom.',
  'Chýba ešte príloha č. 2.',
  'Overené vo výpise z registra.',
  'Vybavila kolegyňa.',
] as const;
const RANKS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DAY = 86_400_000;

export function createContracts(setting: Setting) {
  const { chance, newId, today } = setting;
  let order = 0;
  let running = 0;

  return {
    /** Adds the next contract in turn, with a checklist while it is not settled; `known` keeps the status from chance. */
    sign(into: DemoRecord[], client: string, known?: Status): void {
      const [type, prefix, title] = TITLES[order % TITLES.length] ?? TITLES[0];
      const status = known ?? STATUSES[(order * 3 + Math.floor(order / 10)) % STATUSES.length] ?? 'draft';
      const noticeMonths = chance.of([1, 2, 3, 3, 6]);
      const deadline =
        status === 'inForce' ? addDays(today, DEADLINES[running++ % DEADLINES.length] ?? 30) : today;
      const term = termOf(status, noticeMonths, deadline, setting);
      order += 1;
      const id = newId();
      into.push({
        entity: 'contract',
        id,
        values: {
          client,
          number: `${prefix}-${term.startsOn.slice(0, 4)}/${String(order).padStart(3, '0')}`,
          title,
          type,
          status,
          ...term,
          notes: NOTES[status] ?? null,
        },
      });
      if (status === 'inForce' ? running % 3 === 0 : status !== 'terminated' && status !== 'expired') {
        const template =
          BUILT_IN_TEMPLATES.find((one) => one.contractType === type)?.id ?? 'builtin:contract-closing';
        startChecklist(into, { client, contract: id }, template, DONE_SHARE[status], setting);
      }
    },
  };
}

const NOTES: Partial<Record<Status, string>> = {
  negotiated: 'Otvorené ostávajú splatnosť a výpovedná lehota.',
  signed: 'Obe vyhotovenia podpísané, čaká sa na účinnosť.',
  terminated: 'Výpoveď doručená doporučene, dobieha výpovedná lehota.',
};

function termOf(status: Status, noticeMonths: number, deadline: string, { chance, today }: Setting) {
  if (status === 'inForce') {
    const endsOn = addMonths(deadline, noticeMonths);
    return { startsOn: addMonths(endsOn, -24), endsOn, noticeMonths, renews: true };
  }
  if (status === 'terminated') {
    const endsOn = addDays(today, chance.between(10, 60));
    return { startsOn: addMonths(endsOn, -30), endsOn, noticeMonths, renews: false };
  }
  if (status === 'expired') {
    const endsOn = addDays(today, -chance.between(20, 200));
    return { startsOn: addMonths(endsOn, -12), endsOn, noticeMonths: null, renews: false };
  }
  const startsOn = addDays(today, chance.between(10, 50));
  return { startsOn, endsOn: addMonths(startsOn, 24), noticeMonths, renews: true };
}

/** Starts a checklist from one that Vizitka brings along, ticked from the top as far as `share` says. */
export function startChecklist(
  into: DemoRecord[],
  on: { client: string; contract?: string; meeting?: string },
  template: string,
  share: number,
  { chance, newId, now, me }: Setting,
): void {
  const found = BUILT_IN_TEMPLATES.find(({ id }) => id === template);
  if (!found) throw new Error(`no template ${template}`);
  const checklist = newId();
  into.push({ entity: 'checklist', id: checklist, values: { ...on, name: found.name.sk } });
  for (const [order, item] of found.items.entries()) {
    const isDone = (order + 0.5) / found.items.length < share ? share === 1 || chance.happens(0.92) : false;
    into.push({
      entity: 'checklistItem',
      id: newId(),
      values: {
        client: on.client,
        checklist,
        text: item.sk,
        rank: `a${RANKS[order]}`,
        doneAt: isDone ? now - chance.between(1, 60) * DAY - chance.between(0, 600) * 60_000 : null,
        doneBy: isDone ? me : null,
        note: isDone && chance.happens(0.12) ? chance.of(ITEM_NOTES) : null,
      },
    });
  }
}
