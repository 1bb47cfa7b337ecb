/** The contract as data: every procedure with the JSON Schemas of what it takes and gives. */
import {
  type AnyContractProcedure,
  getEventIteratorSchemaDetails,
  isContractProcedure,
} from '@orpc/contract';
import { z } from 'zod';
import type { ProcedureMeta } from '#shared/contract/base.ts';
import { contract } from '#shared/contract/index.ts';
import type { EngineClient } from '../engine/reach.ts';

export interface ProcedureDescription {
  procedure: string;
  kind: ProcedureMeta['kind'];
  reads: readonly string[];
  input: unknown;
  /** Of a stream: the schema of each event. */
  output: unknown;
}

export function describeProcedures(): ProcedureDescription[] {
  return [...walk(contract, '')].map(([procedure, found]) => {
    const { inputSchema, outputSchema, meta } = found['~orpc'];
    const { kind, reads } = meta as ProcedureMeta;
    const events = getEventIteratorSchemaDetails(outputSchema);
    return {
      procedure,
      kind,
      reads,
      input: toJsonSchema(inputSchema, 'input'),
      output: toJsonSchema(events ? events.yields : outputSchema, 'output'),
    };
  });
}

export function isProcedure(name: string): boolean {
  for (const [procedure] of walk(contract, '')) if (procedure === name) return true;
  return false;
}

/** Calls a procedure of the contract by its dotted name; an async iterator comes back from a stream. */
export function callByName(client: EngineClient, name: string, input: unknown): Promise<unknown> {
  let place: unknown = client;
  for (const part of name.split('.')) place = (place as Record<string, unknown>)[part];
  return (place as (input: unknown) => Promise<unknown>)(input);
}

function* walk(place: object, prefix: string): Generator<[string, AnyContractProcedure]> {
  for (const [key, value] of Object.entries(place) as [string, object][]) {
    const name = prefix ? `${prefix}.${key}` : key;
    if (isContractProcedure(value)) yield [name, value];
    else yield* walk(value, name);
  }
}

function toJsonSchema(schema: unknown, io: 'input' | 'output'): unknown {
  if (!(schema instanceof z.ZodType)) return {};
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
