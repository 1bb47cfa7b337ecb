/** Whom to ask for: who can be telephoned, those who decide first. */
import type { DECISION_ROLES } from '#shared/entities/clients.ts';

type Role = (typeof DECISION_ROLES)[number];

/** The gatekeeper comes last: he is who one talks to when there is nobody else. */
const ORDER: readonly Role[] = [
  'decider',
  'buyer',
  'influencer',
  'finance',
  'technician',
  'user',
  'gatekeeper',
];

interface Callable {
  roles: readonly (string | null)[];
  phones: readonly unknown[];
}

/** The first of the best; undefined when nobody has a number. */
export function suggestPerson<P extends Callable>(people: readonly P[]): P | undefined {
  const rank = ({ roles }: P) =>
    Math.min(...roles.map((role) => ORDER.indexOf(role as Role)).map((at) => (at < 0 ? WITHOUT_ROLE : at)));
  return people.filter(({ phones }) => phones.length > 0).toSorted((a, b) => rank(a) - rank(b))[0];
}

const WITHOUT_ROLE = ORDER.length - 1.5;
