/** What other features may ask of exports: their own table as a file. */
export { type Table, writeTable } from './table-writing.ts';
