/** Who has something to say in a brief. A new feature adds its line; docs/brief.md. */
import type { Base } from '#main/data/base.ts';
import type { BriefAsk, BriefPart } from '#shared/domain/brief/parts.ts';
import { briefOfPeople } from '../clients/brief.ts';
import { briefOfContracts } from '../contracts/brief.ts';
import { briefOfSilence } from '../day/brief.ts';
import { briefOfInteractions } from '../meetings/brief.ts';
import { briefOfObjections } from '../objections/brief.ts';
import { briefOfPromises } from '../promises/brief.ts';

export const CONTRIBUTORS: readonly ((base: Base, ask: BriefAsk) => BriefPart)[] = [
  briefOfPromises,
  briefOfObjections,
  briefOfInteractions,
  briefOfContracts,
  briefOfPeople,
  briefOfSilence,
];
