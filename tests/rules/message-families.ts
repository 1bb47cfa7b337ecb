/** Keys that are put together at run time. Everything else is written out where it is used. */
import type { Family } from './message-keys.ts';

export const windowFamilies: readonly Family[] = [
  { prefix: 'fields.', reason: 'the label of a field, from entity and field; checked against the entities' },
  { prefix: 'choices.', reason: 'the name of a value, from entity, field and value; checked likewise' },
  { prefix: 'problems.field.', reason: 'the code of a field problem, from validation' },
  { prefix: 'problems.notSaved.', reason: 'the reason the engine gives for a failed write' },
  { prefix: 'exchange.refusal.', reason: 'the code of a refused file' },
  { prefix: 'exchange.looksLike.', reason: 'what a refused file was recognised as' },
  { prefix: 'exchange.problems.', reason: 'the code of a problem in a row' },
  { prefix: 'exchange.targets.', reason: 'the place a column goes to' },
];

export const shellFamilies: readonly Family[] = [
  { prefix: 'risk.', reason: 'the kind of a risky folder' },
  { prefix: 'holder.', reason: 'the shell that holds the profile' },
  { prefix: 'file.', reason: 'the reason why a file cannot be read or written' },
  { prefix: 'notSaved.', reason: 'the reason the engine gives for a failed write' },
  { prefix: 'search.', reason: 'the kind of what was found' },
  { prefix: 'import.phase.', reason: 'what an import is doing' },
  { prefix: 'refused.', reason: 'the reason why a profile does not open' },
];
