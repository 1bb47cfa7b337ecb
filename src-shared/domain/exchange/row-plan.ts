/** The columns of a file and their targets, compiled into the steps by which every line is read. */
import type { DayOrder } from '../time/day.ts';
import { isChoiceTarget } from './choice-values.ts';
import { type ImportKind, targetNamed } from './targets.ts';

export type Take =
  | 'text'
  | 'notes'
  | 'phone'
  | 'email'
  | 'fullName'
  | 'middleName'
  | 'street'
  | 'houseNumber'
  | 'fullAddress'
  | 'country'
  | 'companyId'
  | 'day'
  | 'choice';

export interface Step {
  readonly column: number;
  readonly target: string;
  readonly entity: 'client' | 'contact' | 'position';
  readonly field: string;
  readonly take: Take;
  /** Kind that the heading says (mobile, work…). */
  readonly kind?: string;
  /** Column whose cell says the kind. */
  readonly label?: number;
}

export interface RowPlan {
  readonly as: ImportKind;
  readonly steps: readonly Step[];
  /** Country of numbers written without one. */
  readonly country: string;
  readonly dayOrder: DayOrder | 'auto';
  /** Column to name when a row has no name. */
  readonly nameStep: Step | undefined;
  readonly hasClientName: boolean;
  /** A row may be a person or a firm, as in address books; else it has to be what the file is a list of. */
  readonly isEither: boolean;
  readonly isMojibake: (text: string) => boolean;
}

export interface PlanOptions {
  readonly as: ImportKind;
  readonly country: string;
  readonly dayOrder?: DayOrder | 'auto';
  readonly isEither?: boolean;
  /** Proves a suspicion that a text was read in the wrong encoding. */
  readonly isMojibake?: (text: string) => boolean;
}

const PARTS = new Set(['fullName', 'middleName', 'houseNumber', 'fullAddress', 'street', 'country']);
const FIELD_OF: Record<string, string> = {
  workPhone: 'workPhones',
  workEmail: 'workEmails',
  phone: 'phones',
  email: 'emails',
};

/** Targets by column (null is not taken). Country comes first, because telephone numbers are read by it. */
export function planRow(targets: readonly (string | null)[], options: PlanOptions): RowPlan {
  const steps = targets.flatMap((target, column) => (target === null ? [] : stepOf(target, column, targets)));
  steps.sort((a, b) => Number(b.take === 'country') - Number(a.take === 'country'));
  const nameTargets =
    options.as === 'clients'
      ? ['client.name']
      : ['contact.lastName', 'contact.fullName', 'contact.firstName'];
  return {
    as: options.as,
    steps,
    country: options.country,
    dayOrder: options.dayOrder ?? 'auto',
    nameStep: nameTargets
      .map((target) => steps.find((step) => step.target === target))
      .find((step) => step !== undefined),
    hasClientName: steps.some((step) => step.target === 'client.name'),
    isEither: options.isEither ?? false,
    isMojibake: options.isMojibake ?? (() => true),
  };
}

function stepOf(target: string, column: number, targets: readonly (string | null)[]): Step[] {
  if (!targetNamed(target) || target.endsWith('Kind')) return [];
  const [entity, name, kind] = target.split('.') as [Step['entity'], string, string | undefined];
  const take = takeOf(target, name);
  const field = FIELD_OF[name] ?? name;
  const label = take === 'phone' || take === 'email' ? labelColumn(take, column, targets) : undefined;
  return [
    {
      column,
      target,
      entity,
      field,
      take,
      kind: kind ?? (name.startsWith('work') ? 'work' : undefined),
      label,
    },
  ];
}

function takeOf(target: string, name: string): Take {
  if (isChoiceTarget(target)) return 'choice';
  if (/phone$/i.test(name)) return 'phone';
  if (/email$/i.test(name)) return 'email';
  if (PARTS.has(name)) return name as Take;
  if (name === 'ico' || name === 'dic' || name === 'icDph') return 'companyId';
  if (name === 'endedOn') return 'day';
  return name === 'notes' || name === 'termsBrief' ? 'notes' : 'text';
}

/** Address books put the label beside its value, mostly in front of it. */
function labelColumn(
  take: 'phone' | 'email',
  column: number,
  targets: readonly (string | null)[],
): number | undefined {
  const wanted = `contact.${take}Kind`;
  if (targets[column - 1] === wanted) return column - 1;
  return targets[column + 1] === wanted && targets[column + 2] !== targets[column] ? column + 1 : undefined;
}
