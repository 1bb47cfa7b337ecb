/** The people of the firm who use Vizitka; the local one is the author of every change made here. */
import { defineEntity } from './define.ts';
import { text } from './field.ts';

export const member = defineEntity({
  name: 'member',
  table: 'member',
  root: 'workspace',
  fields: {
    name: text({ required: true, max: 150, personal: true }),
  },
});
