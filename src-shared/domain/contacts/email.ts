/**
 * E-mail addresses out of cells, links and headers.
 *
 * The part before "@" is kept as written, because only its own server may say that case does not matter; for
 * comparing there is `emailKey`, which takes it that no two people share an address but for its case.
 */
import type { Email } from '../../entities/field.ts';

export { EMAIL_KINDS, type Email } from '../../entities/field.ts';

export type ParsedEmail =
  | { value: string; problem?: undefined }
  | { value?: undefined; problem: 'empty' | 'format' };
export type EmailKind = Email['kind'];

const LOCAL_PART = /^[^\s@<>()[\]\\,;:"]{1,64}$/u;
const DOMAIN =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z\d-]{2,59})$/u;

// Alone, or as the first word of the part before "@" ("obchod.kosice", "info2").
const SHARED_WORDS = new Set(
  (
    'info office sekretariat sekretariát obchod obchodne predaj kontakt kontakty contact sales recepcia recepce reception ' +
    'objednavky objednavka order orders faktury faktura fakturacia fakturace fakturacni invoice invoices invoicing billing ' +
    'uctovnictvo uctaren ucetni uctarna accounting accounts buchhaltung rechnung rechnungen support podpora servis service ' +
    'helpdesk admin administrator webmaster postmaster hostmaster abuse kancelaria kancelar buro marketing media press ' +
    'nakup purchase purchasing procurement einkauf verkauf vertrieb verkoop zentrale podatelna noreply donotreply ' +
    'logistika sklad dispecing expedicia doprava eshop shop reklamacie reklamace kariera jobs career personalne ' +
    'informacie informace zakaznik zakaznici newsletter urad obecnyurad mestskyurad podpora techsupport'
  ).split(' '),
);
// Only alone: with more words these are rather a person ("mail.novak").
const SHARED_ALONE = new Set(
  'mail email e-mail firma company hello ahoj hi it hr pr ou msu obec mesto skola skolka starosta primator riaditel riaditelstvo export import gdpr web post team'.split(
    ' ',
  ),
);

/**
 * One address out of "a@b.sk", "mailto:a@b.sk?subject=…" or "Ján Novák <a@b.sk>"; the domain comes back in small
 * letters, the part before it as written.
 */
export function parseEmail(text: string): ParsedEmail {
  const trimmed = text.replace(/[\u00a0\u200b\ufeff]/g, ' ').trim();
  if (trimmed === '') return { problem: 'empty' };
  const bracketed = /<\s*([^<>]*)>[\s,;]*$/.exec(trimmed)?.[1] ?? trimmed;
  const bare = bracketed.replace(/^\s*(?:mailto:|e-?mail\s*:)\s*/i, '').replace(/\?.*$/, '');
  const address = bare.trim().replace(/^['"<([]+|['">)\],;:.]+$/g, '');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address
    .slice(at + 1)
    .toLowerCase()
    .normalize('NFC');
  if (at < 1 || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return { problem: 'format' };
  return { value: `${local}@${domain}` };
}

/** What two spellings of one address have in common. */
export function emailKey(value: string): string {
  return value.trim().normalize('NFC').toLowerCase();
}

/**
 * Parts a cell with several addresses: at line ends, commas, semicolons, "|" and ":::", at spaces and slashes where an
 * address stands on both sides. A name with a comma stays with its address.
 */
export function splitEmails(cell: string): string[] {
  const parts: string[] = [];
  let waiting = '';
  for (const piece of cell.match(/(?:"[^"]*"|<[^<>]*>|[^,;|\r\n])+|[,;|\r\n]/g) ?? []) {
    if (/^[,;|\r\n]$/.test(piece)) continue;
    const joined = waiting === '' ? piece.trim() : `${waiting}, ${piece.trim()}`;
    waiting = '';
    if (joined === '') continue;
    // "Novák, Ján <jan@firma.sk>": what has no address yet belongs to the one that follows in brackets.
    if (!joined.includes('@')) waiting = joined;
    else if (piece.includes('<') || joined === piece.trim()) parts.push(...splitInside(joined));
    else parts.push(...joined.split(/, (?=[^,]*$)/));
  }
  if (waiting !== '') parts.push(waiting);
  return parts;
}

/** True for a mailbox of a firm rather than of a person (info@, obchod@), which says nothing about who is who. */
export function isSharedMailbox(value: string): boolean {
  const local = emailKey(value).split('@')[0]?.split('+')[0] ?? '';
  const plain = local.normalize('NFD').replace(/\p{M}/gu, '');
  const [first = ''] = plain.split(/[._-]|(?=\d)/);
  const joined = plain.replace(/[._\-\d]/g, '');
  return (
    SHARED_WORDS.has(first) || SHARED_WORDS.has(joined) || SHARED_ALONE.has(plain) || SHARED_ALONE.has(joined)
  );
}

function splitInside(part: string): string[] {
  return part
    .split(/\s*:::\s*/)
    .flatMap((text) =>
      text.includes('<') ? text.split(/(?<=>)\s*\/?\s*(?=\S)/) : text.split(/(?<=@\S+)\s*[\s/]\s*(?=\S+@)/),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
