/** What a column of a file of cards is called: where its values belong, because cards have no headings of their own. */
import { CARD_COLUMNS } from '#shared/domain/exchange/cards/card-columns.ts';
import { say } from '#renderer/lib/i18n.ts';
import { targetLabel } from './sentences.ts';

const UNPLACED = { BDAY: 'birthday', 'ADR;HOME': 'homeAddress', NICKNAME: 'nickname', X: 'other' } as const;

/** `header` as the file itself names it, for example `TEL;CELL`. */
export function cardHeading(header: string): string {
  const key = UNPLACED[header as keyof typeof UNPLACED];
  if (key) return say(`exchange.cards.${key}`);
  const target = CARD_COLUMNS.find((column) => column.header === header)?.target;
  return target ? targetLabel(target) : header;
}
