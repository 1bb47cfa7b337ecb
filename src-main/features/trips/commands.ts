/** What the driver does to his trip log; the way to a visit is written with the visit by `meetings`. */
import type { Base } from '#main/data/base.ts';
import { readRecord } from '#main/data/codec.ts';
import { type Written, write } from '#main/data/write.ts';
import type { EditValues, NewValues } from '#shared/entities/define.ts';
import { trip } from '#shared/entities/meetings.ts';
import { writeTrip } from './steps.ts';

export function createTrip(base: Base, id: string, values: Omit<NewValues<typeof trip>, 'member'>): Written {
  return write(base, labelOf('tripWritten', values), (tx) => writeTrip(tx, id, values));
}

export function editTrip(base: Base, id: string, values: EditValues<typeof trip>): Written {
  const before = readRecord(base.reader, trip, id);
  return write(base, labelOf('tripEdited', { ...before, ...values }), (tx) => tx.edit(trip, id, values));
}

export function removeTrip(base: Base, id: string): Written {
  return write(base, labelOf('tripRemoved', readRecord(base.reader, trip, id)), (tx) => tx.remove(trip, id));
}

function labelOf(key: string, of?: Partial<NewValues<typeof trip>>) {
  return {
    key,
    params: { name: [of?.fromPlace, of?.toPlace].filter(Boolean).join(' – ') || (of?.on ?? '') },
  };
}
