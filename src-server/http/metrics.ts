/** Counters for an operator, in Prometheus's text. Labels are routes, statuses and kinds: nothing of a person. */

type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly lines: Map<string, number>;
}

/** Upper bounds of durations in seconds; the last one is infinity. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const FAMILIES = {
  vizitka_requests_total: ['counter', 'Answers by route and status.'],
  vizitka_request_seconds: ['histogram', 'Time from request to answer by route.'],
  vizitka_changes_total: ['counter', 'Pushed changes by what became of them.'],
  vizitka_pulls_total: ['counter', 'Pages of pulls answered.'],
  vizitka_pulled_items_total: ['counter', 'Items in pages of pulls.'],
  vizitka_sign_ins_total: ['counter', 'Sign-ins by outcome.'],
  vizitka_pokes_open: ['gauge', 'Devices that listen for hints.'],
  vizitka_devices_seen: ['gauge', 'Devices seen in the last 24 hours.'],
  vizitka_workspaces: ['gauge', 'Workspaces.'],
  vizitka_head_max: ['gauge', 'Greatest head of all workspaces.'],
  vizitka_pool_connections: ['gauge', 'Connections to the database by state.'],
  vizitka_memory_bytes: ['gauge', 'Resident memory of this process.'],
  vizitka_uptime_seconds: ['gauge', 'Age of this process.'],
} as const satisfies Record<string, readonly [Family['type'], string]>;

type Metric = keyof typeof FAMILIES;

export class Metrics {
  readonly #families = new Map<Metric, Family>(
    (Object.entries(FAMILIES) as [Metric, readonly [Family['type'], string]][]).map(
      ([name, [type, help]]) => [name, { type, help, lines: new Map<string, number>() }],
    ),
  );

  add(name: Metric, labels: Labels = {}, by = 1): void {
    const line = name + labelled(labels);
    const lines = this.#lines(name);
    lines.set(line, (lines.get(line) ?? 0) + by);
  }

  set(name: Metric, value: number, labels: Labels = {}): void {
    this.#lines(name).set(name + labelled(labels), value);
  }

  /** `seconds` into the histogram. */
  observe(name: Metric, seconds: number, labels: Labels): void {
    const lines = this.#lines(name);
    const count = (line: string, by: number) => lines.set(line, (lines.get(line) ?? 0) + by);
    for (const bound of BOUNDS) {
      count(`${name}_bucket${labelled({ ...labels, le: String(bound) })}`, seconds <= bound ? 1 : 0);
    }
    count(`${name}_bucket${labelled({ ...labels, le: '+Inf' })}`, 1);
    count(`${name}_sum${labelled(labels)}`, seconds);
    count(`${name}_count${labelled(labels)}`, 1);
  }

  text(): string {
    const parts: string[] = [];
    for (const [name, { type, help, lines }] of this.#families) {
      parts.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
      for (const [line, value] of lines) parts.push(`${line} ${value}`);
    }
    return `${parts.join('\n')}\n`;
  }

  #lines(name: Metric): Map<string, number> {
    const family = this.#families.get(name);
    if (!family) throw new Error(`no metric ${name}`);
    return family.lines;
  }
}

/** Values are routes, statuses and words of ours: none needs escaping. */
function labelled(labels: Labels): string {
  const parts = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}
