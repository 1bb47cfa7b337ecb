/** Keys that are put together at run time. Everything else is written out where it is used. */
import type { Family } from './message-keys.ts';

export const windowFamilies: readonly Family[] = [
  { prefix: 'actions.', reason: 'what an action did, named by the engine' },
  { prefix: 'app.search.groups.', reason: 'the kind of what was found' },
  { prefix: 'app.start.', reason: 'the way a first start goes on' },
  {
    prefix: 'choices.',
    reason: 'the name of a value, from entity, field and value; checked against the entities',
  },
  { prefix: 'exchange.columns.', reason: 'how a column was recognised' },
  { prefix: 'exchange.counts.', reason: 'a line of the counts' },
  { prefix: 'exchange.delimiters.', reason: 'the delimiter of a file' },
  { prefix: 'exchange.export.languages.', reason: 'the language of the column titles' },
  { prefix: 'exchange.fate.', reason: 'what becomes of a row' },
  { prefix: 'exchange.file.', reason: 'why a file is not taken' },
  { prefix: 'exchange.cards.', reason: 'what a card says beside what has a place of its own' },
  { prefix: 'exchange.formats.', reason: 'the format of a file' },
  { prefix: 'exchange.groups.', reason: 'the record a column belongs to' },
  { prefix: 'exchange.looksLike.', reason: 'what a refused file was recognised as' },
  { prefix: 'exchange.problems.', reason: 'the code of a problem in a row' },
  { prefix: 'exchange.refusal.', reason: 'the code of a refused file' },
  { prefix: 'exchange.run.', reason: 'what an import is doing' },
  { prefix: 'exchange.severity.', reason: 'how bad a problem is' },
  { prefix: 'exchange.steps.', reason: 'a step of the wizard' },
  { prefix: 'exchange.targets.', reason: 'the place a column goes to' },
  { prefix: 'fields.', reason: 'the label of a field, from entity and field; checked against the entities' },
  { prefix: 'problems.field.', reason: 'the code of a field problem, from validation' },
  { prefix: 'problems.refused.', reason: 'the reason the engine gives for a refused command' },
  { prefix: 'problems.notSaved.', reason: 'the reason the engine gives for a failed write' },
  { prefix: 'settings.languages.', reason: 'the language of the screen' },
  { prefix: 'settings.risk.', reason: 'the kind of a risky folder' },
  { prefix: 'settings.slots.', reason: 'the kind of a key slot' },
  { prefix: 'settings.themes.', reason: 'light, dark or as the system' },
];

export const shellFamilies: readonly Family[] = [
  { prefix: 'desktop.menu.', reason: 'what a line of the native menu does' },
  { prefix: 'desktop.notice.', reason: 'the kind of a notice outside the window' },
  { prefix: 'risk.', reason: 'the kind of a risky folder' },
  { prefix: 'holder.', reason: 'the shell that holds the profile' },
  { prefix: 'file.', reason: 'the reason why a file cannot be read or written' },
  { prefix: 'notSaved.', reason: 'the reason the engine gives for a failed write' },
  { prefix: 'search.', reason: 'the kind of what was found' },
  { prefix: 'import.phase.', reason: 'what an import is doing' },
  { prefix: 'refused.', reason: 'the reason why a profile does not open' },
  { prefix: 'recovery.', reason: 'what a typed recovery code came to' },
];
