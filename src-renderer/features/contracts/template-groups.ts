/** The order in which templates are offered: those made for this very type of contract or meeting before the general ones. */
import type { TemplateOffer } from '#shared/contract/contracts.ts';

export type TemplateGroup = 'fitting' | 'own' | 'general' | 'forClient' | 'others';

export function groupTemplates(
  offers: readonly TemplateOffer[],
  subject: TemplateOffer['subject'],
  type: string | null,
): { group: TemplateGroup; offers: TemplateOffer[] }[] {
  const groups: Record<TemplateGroup, TemplateOffer[]> = {
    fitting: [],
    own: [],
    general: [],
    forClient: [],
    others: [],
  };
  for (const offer of offers) {
    if (offer.subject !== subject) continue;
    groups[groupOf(offer, type)].push(offer);
  }
  return (Object.keys(groups) as TemplateGroup[])
    .map((group) => ({ group, offers: groups[group] }))
    .filter((entry) => entry.offers.length > 0);
}

function groupOf(offer: TemplateOffer, type: string | null): TemplateGroup {
  const madeFor = offer.contractType ?? offer.meetingType;
  if (madeFor !== null && madeFor === type) return 'fitting';
  if (!offer.builtIn) return 'own';
  if (offer.subject === 'client') return 'forClient';
  return madeFor === null ? 'general' : 'others';
}
