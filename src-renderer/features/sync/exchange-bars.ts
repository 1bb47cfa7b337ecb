/** Exchanges as bars: what went out grows upwards, what came in downwards, on one scale. */
export interface Exchanged {
  at: number;
  sent: number;
  received: number;
}

export interface Bar<E extends Exchanged> {
  exchange: E;
  /** 0 to 1 of half the height. */
  up: number;
  down: number;
}

/** A logarithm, so that an exchange of three is still seen beside a first one of fifty thousand. */
const height = (count: number, most: number) => Math.log1p(count) / Math.log1p(most);

/** Oldest first, as time is read. */
export function exchangeBars<E extends Exchanged>(newestFirst: readonly E[], shown: number): Bar<E>[] {
  const exchanges = newestFirst.slice(0, shown).toReversed();
  const most = Math.max(1, ...exchanges.flatMap(({ sent, received }) => [sent, received]));
  return exchanges.map((exchange) => ({
    exchange,
    up: height(exchange.sent, most),
    down: height(exchange.received, most),
  }));
}
