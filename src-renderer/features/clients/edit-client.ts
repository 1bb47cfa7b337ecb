/** One field of a client, or of a person's place there, written. The engine validates it as every door does. */
import { rpc } from '#renderer/lib/client.ts';
import type { client, position } from '#shared/entities/clients.ts';

export type ClientField = keyof typeof client.fields;
export type PositionField = keyof typeof position.fields;

export function editClient(id: string, field: ClientField, value: unknown) {
  return rpc.clients.edit({ id, values: { [field]: value } });
}

export function editPosition(id: string, field: PositionField, value: unknown) {
  return rpc.positions.edit({ id, values: { [field]: value } });
}
