/** The list of contracts and one contract with its checklists. */
import { notFound } from '#main/data/app-error.ts';
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { standingFor, winnerId, winnerOf } from '#main/data/merged.ts';
import { matchIds } from '#main/data/search.ts';
import { statement } from '#main/data/statement.ts';
import type { ContractFilter, ContractRow } from '#shared/contract/contracts.ts';
import { client } from '#shared/entities/clients.ts';
import { contract } from '#shared/entities/contracts.ts';
import { DEADLINE_ORDER, PROGRESS_COLUMNS } from './contract-order.ts';
import { checklistsOf } from './facts.ts';

interface ListInput {
  filter: ContractFilter;
  sort: 'title' | 'deadline';
  offset: number;
  limit: number;
}

export function listContracts(base: Base, input: ListInput): { total: number; rows: ContractRow[] } {
  const { sql, params } = conditionOf(base, input.filter);
  const order = input.sort === 'title' ? 'k.sort_title, k.id' : DEADLINE_ORDER;
  const count = statement<{ total: number }>(
    base.reader,
    `SELECT COUNT(*) AS total FROM contract k WHERE ${sql}`,
  );
  const rows = statement<ContractRow>(
    base.reader,
    `SELECT k.id, ${winnerOf('k.client')} AS client, COALESCE(c.name, '') AS clientName, k.number, k.title, k.type, k.status,
       k.starts_on AS startsOn, k.ends_on AS endsOn, k.notice_deadline AS noticeDeadline, ${PROGRESS_COLUMNS}
     FROM (SELECT k.id FROM contract k WHERE ${sql} ORDER BY ${order} LIMIT ? OFFSET ?) page
     JOIN contract k ON k.id = page.id LEFT JOIN client c ON c.id = ${winnerOf('k.client')} ORDER BY ${order}`,
  );
  return {
    total: count.get(...params)?.total ?? 0,
    rows: rows.all(...params, input.limit, input.offset),
  };
}

/** `''` in a list of values means "not filled in"; an empty list asks for nothing. */
function conditionOf(base: Base, filter: ContractFilter): { sql: string; params: unknown[] } {
  const parts = ['k.deleted_at IS NULL'];
  const params: unknown[] = [];
  if (filter.client) {
    parts.push(`k.client IN ${standingFor()}`);
    params.push(filter.client);
  }
  for (const field of ['status', 'type'] as const) {
    const values = filter[field];
    if (!values?.length) continue;
    parts.push(`COALESCE(k.${field}, '') IN (SELECT value FROM json_each(?))`);
    params.push(JSON.stringify(values));
  }
  if (filter.noticeBefore) {
    parts.push('k.notice_deadline <= ?');
    params.push(filter.noticeBefore);
  }
  const match = matchIds(base.reader, 'contract', filter.text ?? '');
  if (match) {
    parts.push(`k.id IN (${match.sql})`);
    params.push(...match.params);
  }
  return { sql: parts.join(' AND '), params };
}

export function getContract(base: Base, id: string) {
  const record = readRecord(base.reader, contract, id);
  if (!record || record.deletedAt !== null) throw notFound('contract', id);
  const deadline = statement<{ day: string | null }>(
    base.reader,
    'SELECT notice_deadline AS day FROM contract WHERE id = ?',
  ).get(id);
  return {
    contract: record,
    clientName: readRecord(base.reader, client, winnerId(base.reader, record.client))?.name ?? '',
    noticeDeadline: deadline?.day ?? null,
    checklists: checklistsOf(base, { contract: id }),
  };
}
