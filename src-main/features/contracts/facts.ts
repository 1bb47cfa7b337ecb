/** What other features may know of contracts and checklists. */
import type { Base } from '#main/data/base.ts';
import { standingFor } from '#main/data/merged.ts';
import { statement } from '#main/data/statement.ts';
import type { ClientDesk } from '#shared/contract/clients.ts';
import type { ChecklistProgress, TemplateOffer } from '#shared/contract/contracts.ts';
import { DEADLINE_ORDER, ENDED, PROGRESS_COLUMNS } from './contract-order.ts';
import { listTemplates } from './templates.ts';

/** The client's contracts: live ones by the last day for notice, then terminated and expired ones. */
export function contractsOf(base: Base, clientId: string): ClientDesk['contracts'] {
  return statement<ClientDesk['contracts'][number]>(
    base.reader,
    `SELECT k.id, k.title, k.number, k.status, k.ends_on AS endsOn, k.notice_deadline AS noticeDeadline,
       ${PROGRESS_COLUMNS}
     FROM contract k WHERE k.client IN ${standingFor()} AND k.deleted_at IS NULL ORDER BY ${DEADLINE_ORDER}`,
  ).all(clientId);
}

export { IS_LIVE } from './contract-order.ts';

/** The same as `IS_LIVE` of a contract that was read. */
export function isLive({ status }: { status: string }): boolean {
  return !ENDED.some((ended) => ended === status);
}

type Item = ChecklistProgress['items'][number];

/**
 * Checklists with their items, oldest first. Of a client those on itself and on its contracts (`contract` tells which),
 * but not the preparations of its meetings; of a contract or a meeting only its own.
 */
export function checklistsOf(
  base: Base,
  of: { client: string } | { contract: string } | { meeting: string },
): ChecklistProgress[] {
  const [column, id] = Object.entries(of)[0] as [string, string];
  const own = column === 'client' ? `client IN ${standingFor()} AND meeting IS NULL` : `${column} = ?`;
  const lists = statement<Pick<ChecklistProgress, 'id' | 'name' | 'contract' | 'meeting'>>(
    base.reader,
    `SELECT id, name, contract, meeting FROM checklist WHERE ${own} AND deleted_at IS NULL ORDER BY created_at, id`,
  ).all(id);
  const itemsOf = statement<Item>(
    base.reader,
    `SELECT t.id, t.text, t.done_at AS doneAt, t.done_by AS doneBy, m.name AS doneByName, t.note, t.rank
     FROM checklist_item t LEFT JOIN member m ON m.id = t.done_by
     WHERE t.checklist = ? AND t.deleted_at IS NULL ORDER BY t.rank, t.id`,
  );
  return lists.map((list) => {
    const items = itemsOf.all(list.id);
    return { ...list, done: items.filter((item) => item.doneAt !== null).length, items };
  });
}

export function templateNamed(base: Base, id: string): TemplateOffer | undefined {
  return listTemplates(base).find((offer) => offer.id === id);
}

/** What a meeting of the type is prepared by: the firm's own template for it before the one that is built in. */
export function preparationFor(base: Base, meetingType: string): TemplateOffer | undefined {
  const fitting = listTemplates(base).filter(
    (offer) => offer.subject === 'meeting' && offer.meetingType === meetingType,
  );
  return fitting.find((offer) => !offer.builtIn) ?? fitting[0];
}
