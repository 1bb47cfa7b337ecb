/**
 * Where the values of an imported column can go. A target is `<entity>.<field>` or a part of a field that is put
 * together from several columns (`client.houseNumber`, `contact.phone.mobile`).
 */

export const IMPORT_KINDS = ['contacts', 'clients'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type TargetGroup = 'person' | 'client' | 'position';

export interface Target {
  readonly key: string;
  readonly group: TargetGroup;
  /** Several columns may feed it. */
  readonly many: boolean;
}

function target(key: string, group: TargetGroup, many = false): Target {
  return { key, group, many };
}

export const TARGETS: readonly Target[] = [
  target('contact.fullName', 'person'),
  target('contact.titlesBefore', 'person'),
  target('contact.firstName', 'person'),
  target('contact.middleName', 'person'),
  target('contact.lastName', 'person'),
  target('contact.titlesAfter', 'person'),
  target('contact.phone', 'person', true),
  target('contact.phone.mobile', 'person', true),
  target('contact.phone.work', 'person', true),
  target('contact.phone.home', 'person', true),
  target('contact.phone.fax', 'person', true),
  target('contact.phone.other', 'person', true),
  target('contact.phoneKind', 'person', true),
  target('contact.email', 'person', true),
  target('contact.email.work', 'person', true),
  target('contact.email.home', 'person', true),
  target('contact.email.other', 'person', true),
  target('contact.emailKind', 'person', true),
  target('contact.language', 'person'),
  target('contact.preferredChannel', 'person'),
  target('contact.source', 'person'),
  target('contact.notes', 'person', true),
  target('position.jobTitle', 'position'),
  target('position.department', 'position'),
  target('position.role', 'position'),
  target('position.stance', 'position'),
  target('position.workPhone', 'position', true),
  target('position.workEmail', 'position', true),
  target('position.endedOn', 'position'),
  target('client.name', 'client'),
  target('client.legalForm', 'client'),
  target('client.ico', 'client'),
  target('client.dic', 'client'),
  target('client.icDph', 'client'),
  target('client.status', 'client'),
  target('client.tier', 'client'),
  target('client.segment', 'client'),
  target('client.source', 'client'),
  target('client.territory', 'client'),
  target('client.street', 'client', true),
  target('client.houseNumber', 'client'),
  target('client.postcode', 'client'),
  target('client.town', 'client'),
  target('client.country', 'client'),
  target('client.fullAddress', 'client'),
  target('client.web', 'client'),
  target('client.phone', 'client', true),
  target('client.phone.fax', 'client', true),
  target('client.email', 'client', true),
  target('client.language', 'client'),
  target('client.termsBrief', 'client'),
  target('client.notes', 'client', true),
];

const BY_KEY: ReadonlyMap<string, Target> = new Map(TARGETS.map((entry) => [entry.key, entry]));

export function targetNamed(key: string): Target | undefined {
  return BY_KEY.get(key);
}
