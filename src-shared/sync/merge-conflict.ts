/** The record that a conflict becomes (src-shared/entities/conflicts.ts). Its id follows from what lost. */
import { conflict } from '#shared/entities/conflicts.ts';
import { derivedId } from './derived-id.ts';
import { hlcFromHex } from './hlc.ts';
import type { MergeInput, NewConflict, UnitValue } from './merge-state.ts';
import type { UnitState } from './wire.ts';

export interface Side {
  /** Null stands for a deletion. */
  readonly value: UnitValue | null;
  readonly state: UnitState;
}

export interface Clash {
  readonly kind: 'value' | 'text' | 'deleted';
  readonly unit: string;
  readonly before: UnitValue | null;
  readonly kept: Side;
  readonly lost: Side;
}

/** About the record of the input, under its root. */
export function newConflict(
  { change, serverNow }: Pick<MergeInput, 'change' | 'serverNow'>,
  root: string | null,
  { kind, unit, before, kept, lost }: Clash,
): NewConflict {
  const id = derivedId('conflict', lost.state.change, unit);
  const data: Record<string, unknown> = {
    about: root,
    kind,
    entity: change.entity,
    record: change.record,
    unit,
    before,
    kept: kept.value,
    keptChange: kept.state.change,
    keptBy: kept.state.actor,
    keptAt: hlcFromHex(kept.state.hlc).ms,
    lost: lost.value,
    lostChange: lost.state.change,
    lostBy: lost.state.actor,
    lostAt: hlcFromHex(lost.state.hlc).ms,
    choice: null,
    resolvedBy: null,
    resolvedAt: null,
  };
  const state: UnitState = { change: id, hlc: change.hlc, actor: change.actor };
  const set = Object.entries(conflict.units).filter(([, fields]) =>
    fields.some((field) => data[field] !== null),
  );
  return {
    id,
    record: {
      root,
      data,
      units: Object.fromEntries(set.map(([name]) => [name, state])),
      createdAt: serverNow,
      createdBy: change.actor,
      deletedAt: null,
    },
  };
}
