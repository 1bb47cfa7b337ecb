/** Who stands in for whom, with which clients and until when. */
import { defineEntity } from './define.ts';
import { day, instant, longText, reference, references } from './field.ts';

export const handover = defineEntity({
  name: 'handover',
  table: 'handover',
  root: 'workspace',
  fields: {
    fromMember: reference('member', { required: true, fixed: true }),
    toMember: reference('member', { required: true, important: true }),
    clients: references('client', { required: true, max: 1_000 }),
    startsOn: day({ required: true, unit: 'term', important: true }),
    /** The last day on which the colleague stands in. */
    endsOn: day({ required: true, unit: 'term', important: true }),
    note: longText({}),
    /** Ended by hand before its last day. */
    endedAt: instant({ important: true }),
  },
});
