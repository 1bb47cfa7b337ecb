/** The description of all messages for who writes another client: OpenAPI 3.1 from the very schemas that check them. */
import { z } from 'zod';
import { messages } from '#shared/sync/messages.ts';
import { POKE_PATH, poke, syncError } from '#shared/sync/wire.ts';

type Json = Record<string, unknown>;

const REFUSED = { $ref: '#/components/responses/refused' };

/** `version` is that of the program. */
export function describeMessages(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, message] of Object.entries(messages)) {
    paths[message.path] = {
      ...paths[message.path],
      [message.method.toLowerCase()]: {
        operationId: name,
        summary: name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
        security: message.auth === 'device' ? [{ device: [] }] : [],
        ...(message.method === 'POST' && {
          requestBody: { required: true, content: json(message.input, 'input') },
        }),
        responses: {
          200: { description: 'The answer.', content: json(message.output, 'output') },
          default: REFUSED,
        },
      },
    };
  }
  paths[POKE_PATH] = { get: describePoke() };
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Vizitka sync', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { device: { type: 'http', scheme: 'bearer' } },
      responses: {
        refused: {
          description: 'An expected refusal; anything else is unknown.',
          content: json(syncError, 'output'),
        },
      },
    },
  };
}

function describePoke(): Json {
  return {
    operationId: 'poke',
    summary: 'hints that something is to be pulled',
    security: [{ device: [] }],
    responses: {
      200: {
        description: 'Server-sent events; the data of each is this JSON.',
        content: { 'text/event-stream': { schema: schemaOf(poke, 'output') } },
      },
      default: REFUSED,
    },
  };
}

function json(schema: z.ZodType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
}
