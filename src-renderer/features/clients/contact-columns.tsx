/** The columns that the list of people can show; the surname stands first, as the list is sorted by it. */
import type { Format } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel, say } from '#renderer/lib/i18n.ts';
import { cutText } from '#renderer/ui/cut-text.tsx';
import type { Column } from '#renderer/ui/virtual-rows.tsx';
import type { ContactRow } from '#shared/contract/clients.ts';
import classes from './contacts.module.css';

/** `Novák Ján, Ing., PhD.`, the way a telephone directory writes it. */
export function directoryName(
  row: Pick<ContactRow, 'titlesBefore' | 'firstName' | 'lastName' | 'titlesAfter'>,
): string {
  const name = [row.lastName, row.firstName].filter(Boolean).join(' ');
  return [name, row.titlesBefore, row.titlesAfter].filter(Boolean).join(', ');
}

/** The newest place in words, and how many others there are. */
export function placeText(row: Pick<ContactRow, 'positions'>): string {
  const [first, ...others] = row.positions;
  if (!first) return '';
  const place = [first.clientName, first.jobTitle].filter(Boolean).join(', ');
  return others.length > 0 ? `${place} ${say('contacts.more', { count: others.length })}` : place;
}

/** The first of several, with all of them in the tip. */
function firstOf(values: string[]) {
  return cutText(values.length > 1 ? `${values[0]} +${values.length - 1}` : values[0], values.join('\n'));
}

export function contactColumns(format: Format): Column<ContactRow>[] {
  return [
    {
      id: 'name',
      label: say('contacts.name'),
      width: 190,
      grow: 2.5,
      sort: 'name',
      always: true,
      render: (row) => (
        <span className={classes.cut} title={format.personName(row)}>
          <span className={classes.surname}>{row.lastName}</span>{' '}
          {directoryName(row).slice(row.lastName.length)}
        </span>
      ),
      text: directoryName,
    },
    {
      id: 'firms',
      label: say('contacts.firms'),
      width: 220,
      grow: 4,
      render: (row) =>
        cutText(
          placeText(row),
          row.positions
            .map((place) => [place.clientName, place.jobTitle].filter(Boolean).join(', '))
            .join('\n'),
        ),
      text: (row) =>
        row.positions
          .map((place) => [place.clientName, place.jobTitle].filter(Boolean).join(', '))
          .join('; '),
    },
    {
      id: 'phones',
      label: say('contacts.phone'),
      width: 188,
      grow: 0,
      render: (row) => firstOf((row.phones ?? []).map((phone) => format.phone(phone.value))),
      text: (row) => (row.phones ?? []).map((phone) => format.phone(phone.value)).join(', '),
    },
    {
      id: 'emails',
      label: say('contacts.email'),
      width: 190,
      grow: 3,
      render: (row) => firstOf((row.emails ?? []).map((email) => email.value)),
      text: (row) => (row.emails ?? []).map((email) => email.value).join(', '),
    },
    {
      id: 'language',
      label: fieldLabel('contact', 'language'),
      width: 104,
      grow: 0,
      optional: true,
      render: (row) => choiceLabel('contact', 'language', row.language),
    },
    {
      id: 'preferredChannel',
      label: fieldLabel('contact', 'preferredChannel'),
      width: 150,
      grow: 0,
      optional: true,
      render: (row) => choiceLabel('contact', 'preferredChannel', row.preferredChannel),
    },
  ];
}
