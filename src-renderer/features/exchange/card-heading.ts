/** What a column of a file of cards is called: where its values belong, because cards have no headings of their own. */
import type { Inspection } from '#shared/contract/exchange.ts';
import { say } from '#renderer/lib/i18n.ts';
import { targetLabel } from './sentences.ts';

const UNPLACED = { BDAY: 'birthday', 'ADR;HOME': 'homeAddress', NICKNAME: 'nickname', X: 'other' } as const;

export function cardHeading({
  header,
  target,
}: Pick<Inspection['columns'][number], 'header' | 'target'>): string {
  const key = UNPLACED[header as keyof typeof UNPLACED];
  if (key) return say(`exchange.cards.${key}`);
  return target ? targetLabel(target) : header;
}
