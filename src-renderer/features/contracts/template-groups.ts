/** The order in which templates are offered: those made for this very type of contract before the general ones. */
import type { TemplateOffer } from '#shared/contract/contracts.ts';

export type TemplateGroup = 'fitting' | 'own' | 'general' | 'forClient' | 'others';

export function groupTemplates(
  offers: readonly TemplateOffer[],
  subject: TemplateOffer['subject'],
  contractType: string | null,
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
    groups[groupOf(offer, contractType)].push(offer);
  }
  return (Object.keys(groups) as TemplateGroup[])
    .map((group) => ({ group, offers: groups[group] }))
    .filter((entry) => entry.offers.length > 0);
}

function groupOf(offer: TemplateOffer, contractType: string | null): TemplateGroup {
  if (offer.contractType !== null && offer.contractType === contractType) return 'fitting';
  if (!offer.builtIn) return 'own';
  if (offer.subject === 'client') return 'forClient';
  return offer.contractType === null ? 'general' : 'others';
}
