/** Which objections to expect from a client, and which answers worked on them before. */
import { fold } from '#shared/domain/text/fold.ts';

export interface PastObjection {
  readonly id: string;
  readonly text: string;
  readonly kind: string | null;
  readonly product: string | null;
  readonly competitor: string | null;
  readonly answer: string | null;
  readonly outcome: string;
  /** UTC milliseconds. */
  readonly raisedAt: number;
  /** Of another client: whether it is in the segment of this one. */
  readonly isSameSegment?: boolean;
}

export interface WorkedAnswer {
  readonly text: string;
  /** How often it overcame the objection. */
  readonly times: number;
}

export interface LikelyObjection {
  /** The newest objection of its kind, the client's own where he raised it. */
  readonly objection: PastObjection;
  /** Those that this client raised. */
  readonly own: readonly PastObjection[];
  /** How often it was overcome elsewhere. */
  readonly others: number;
  /** The best first, at most two. */
  readonly answers: readonly WorkedAnswer[];
}

const ANSWERS = 2;
/** A product or competitor that the client has to do with says more of him than his segment. */
const WEIGHT = { product: 3, competitor: 3, segment: 1 };

interface Group {
  own: PastObjection[];
  others: { objection: PastObjection; weight: number }[];
}

/**
 * `others` are objections of other clients that were overcome, with the answer. Objections of one kind about one product and competitor are one. What this client raised comes first, what is open or
 * still stands before what he let go; then what clients like him raised, by how alike they are. An answer counts only
 * where the objection was overcome by it, the client's own most.
 */
export function likelyObjections(
  own: readonly PastObjection[],
  others: readonly PastObjection[],
): LikelyObjection[] {
  const products = namesOf(own, 'product');
  const competitors = namesOf(own, 'competitor');
  const groups = new Map<string, Group>();
  for (const objection of own) groupOf(groups, objection).own.push(objection);
  for (const objection of others) {
    const weight =
      (products.has(fold(objection.product ?? '')) ? WEIGHT.product : 0) +
      (competitors.has(fold(objection.competitor ?? '')) ? WEIGHT.competitor : 0) +
      (objection.isSameSegment ? WEIGHT.segment : 0);
    // The same objection of anybody is of use where this client raised it himself.
    if (weight > 0 || groups.get(keyOf(objection))?.own.length)
      groupOf(groups, objection).others.push({ objection, weight });
  }
  return [...groups.values()].toSorted(byLikelihood).flatMap(likelyOf);
}

function namesOf(objections: readonly PastObjection[], field: 'product' | 'competitor'): Set<string> {
  return new Set(objections.flatMap((objection) => (objection[field] ? fold(objection[field]) : [])));
}

/** Without kind, product and competitor only the same words are the same objection. */
function keyOf({ kind, product, competitor, text }: PastObjection): string {
  const key = [kind ?? '', fold(product ?? ''), fold(competitor ?? '')];
  return key.some(Boolean) ? key.join('\n') : fold(text);
}

function groupOf(groups: Map<string, Group>, objection: PastObjection): Group {
  const key = keyOf(objection);
  let group = groups.get(key);
  if (!group) groups.set(key, (group = { own: [], others: [] }));
  return group;
}

const isAlive = ({ own }: Group) => own.some(({ outcome }) => outcome !== 'overcome');
const weightOf = ({ others }: Group) => others.reduce((sum, { weight }) => sum + weight, 0);
const newestAt = ({ own, others }: Group) =>
  Math.max(...own.map(({ raisedAt }) => raisedAt), ...others.map(({ objection }) => objection.raisedAt));

function byLikelihood(one: Group, other: Group): number {
  return (
    Number(other.own.length > 0) - Number(one.own.length > 0) ||
    Number(isAlive(other)) - Number(isAlive(one)) ||
    other.own.length - one.own.length ||
    weightOf(other) - weightOf(one) ||
    newestAt(other) - newestAt(one)
  );
}

/** Somebody else's objection to which nobody has an answer is no help. */
function likelyOf({ own, others }: Group): LikelyObjection[] {
  const answers = answersOf(
    own,
    others.map(({ objection }) => objection),
  );
  if (own.length === 0 && answers.length === 0) return [];
  const newest = (own.length > 0 ? own : others.map(({ objection }) => objection)).reduce((last, next) =>
    next.raisedAt > last.raisedAt ? next : last,
  );
  return [{ objection: newest, own, others: others.length, answers }];
}

function answersOf(own: readonly PastObjection[], others: readonly PastObjection[]): WorkedAnswer[] {
  const answers = new Map<string, { text: string; times: number; own: number; at: number }>();
  const mine = new Set(own);
  for (const objection of [...own, ...others]) {
    if (objection.outcome !== 'overcome' || !objection.answer) continue;
    const key = fold(objection.answer);
    const found = answers.get(key) ?? { text: objection.answer, times: 0, own: 0, at: 0 };
    found.times += 1;
    found.own += Number(mine.has(objection));
    found.at = Math.max(found.at, objection.raisedAt);
    answers.set(key, found);
  }
  return [...answers.values()]
    .toSorted((one, other) => other.own - one.own || other.times - one.times || other.at - one.at)
    .slice(0, ANSWERS)
    .map(({ text, times }) => ({ text, times }));
}
