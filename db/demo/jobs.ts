/** Who one meets at a client: the place held, and what it means for a decision. */
import type { DECISION_ROLES } from '#shared/entities/clients.ts';

export interface Job {
  /** As a man and as a woman is called. */
  readonly title: readonly [string, string];
  readonly department: string;
  readonly role: (typeof DECISION_ROLES)[number];
}

/** In the order in which a client's people are met; the head of the firm comes first. */
export const HEADS: readonly Job[] = [
  { title: ['konateľ', 'konateľka'], department: 'vedenie', role: 'decider' },
  { title: ['generálny riaditeľ', 'generálna riaditeľka'], department: 'vedenie', role: 'decider' },
  { title: ['riaditeľ závodu', 'riaditeľka závodu'], department: 'vedenie', role: 'decider' },
];

export const BUYERS: readonly Job[] = [
  { title: ['vedúci nákupu', 'vedúca nákupu'], department: 'nákup', role: 'buyer' },
  { title: ['nákupca obalov', 'nákupkyňa obalov'], department: 'nákup', role: 'buyer' },
  { title: ['manažér nákupu', 'manažérka nákupu'], department: 'nákup', role: 'buyer' },
];

export const OTHERS: readonly Job[] = [
  { title: ['vedúci skladu', 'vedúca skladu'], department: 'sklad a expedícia', role: 'user' },
  { title: ['majster expedície', 'majsterka expedície'], department: 'sklad a expedícia', role: 'user' },
  { title: ['technológ balenia', 'technologička balenia'], department: 'výroba', role: 'technician' },
  { title: ['vedúci údržby', 'vedúca údržby'], department: 'výroba', role: 'technician' },
  { title: ['finančný riaditeľ', 'finančná riaditeľka'], department: 'financie', role: 'finance' },
  { title: ['ekonóm', 'ekonómka'], department: 'financie', role: 'finance' },
  { title: ['manažér kvality', 'manažérka kvality'], department: 'kvalita', role: 'influencer' },
  { title: ['obchodný riaditeľ', 'obchodná riaditeľka'], department: 'obchod', role: 'influencer' },
  { title: ['asistent riaditeľa', 'asistentka riaditeľa'], department: 'sekretariát', role: 'gatekeeper' },
];
