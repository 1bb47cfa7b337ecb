/** Every synchronised entity, by the name it has in changes and in the contract. */
import { attachment } from './attachments.ts';
import { client, contact, position } from './clients.ts';
import { conflict } from './conflicts.ts';
import { checklist, checklistItem, checklistTemplate, contract } from './contracts.ts';
import type { Entity } from './define.ts';
import { handover } from './handover.ts';
import { callList, callTarget, interaction, meeting, trip } from './meetings.ts';
import { objection, objectionEvent } from './objections.ts';
import { departmentRequest, promise } from './promises.ts';
import { member } from './settings.ts';

export const entities = {
  client,
  contact,
  position,
  interaction,
  meeting,
  callList,
  callTarget,
  trip,
  promise,
  departmentRequest,
  attachment,
  objection,
  objectionEvent,
  contract,
  checklistTemplate,
  checklist,
  checklistItem,
  member,
  handover,
  conflict,
} as const;

export type EntityName = keyof typeof entities;

export const entityNames = Object.keys(entities) as EntityName[];

/** The statement of an entity by name; throws for a name that this version does not know. */
export function entityNamed(name: string): Entity {
  const found = (entities as Record<string, Entity | undefined>)[name];
  if (!found) throw new Error(`unknown entity ${name}`);
  return found;
}
