/** What other features ask of the settings. */
export { preferencesOf } from './queries.ts';
