import type { MessageName, MessageOutput } from '#shared/sync/messages.ts';

/** The known keys of a loose object. */
export type Known<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
/** What answers a message; the transport adds `product`. */
export type Answer<N extends MessageName> = Omit<Known<MessageOutput<N>>, 'product'>;
