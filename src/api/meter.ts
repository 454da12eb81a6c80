import type { LogEntry } from '../deps.ts'

/** Counts what happens in this process, from its start on. */
export interface Meter {
  /** Counts an entry; of one that it does not know, nothing. */
  readonly note: (entry: LogEntry) => void
  /** What was counted, in Prometheus' text format. */
  readonly lines: () => readonly string[]
}

/** Upper bounds in seconds, inclusive: a token takes a few milliseconds, a large export its time. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** A few labels and two dozen numbers a route: however many callers there are, it does not grow with them. */
export function openMeter(): Meter {
  const requests = counter('auszug_http_requests_total', 'Requests that were answered.')
  const durations = histogram('auszug_http_request_duration_seconds', 'From question to answer.')
  const tokens = counter('auszug_tokens_total', 'Tokens that were issued, by what they allow.')
  const settled = counter('auszug_settled_licenses_total', 'Licenses that the clock has turned.')
  const told = counter('auszug_deliveries_total', 'Attempts to deliver webhooks and letters.')
  const erased = counter('auszug_erased_total', 'What was kept for its time, and erased by itself.')
  const trouble = counter('auszug_trouble_total', 'Faults, and beats of the clock that failed.')
  return {
    note: (entry) => {
      const { event, method = '', route = '', status = '', mode = '', reason = '' } = entry
      if (event === 'request') {
        requests.add({ method, route: route ?? 'none', status }, 1)
        durations.observe({ method, route: route ?? 'none' }, Number(entry['ms']) / 1000)
      } else if (event === 'token') tokens.add({ mode, reason }, 1)
      else if (event === 'settled')
        for (const outcome of ['renewed', 'ended', 'failed'])
          settled.add({ outcome }, Number(entry[outcome]))
      else if (event === 'delivered')
        for (const outcome of ['delivered', 'failed', 'given_up'])
          told.add({ outcome }, Number(entry[outcome]))
      else if (event === 'retained')
        erased.add({ class: entry['class'] ?? '' }, Number(entry['erased']))
      else if (isTrouble(event)) trouble.add({ event }, 1)
    },
    lines: () =>
      [requests, durations, tokens, settled, told, erased, trouble].flatMap((each) => each.lines()),
  }
}

const troubles = ['fault', 'beat-failed', 'delivery-failed', 'retention-failed']

function isTrouble(event: string): boolean {
  return troubles.includes(event)
}

export type Labels = Readonly<Record<string, LogEntry[string]>>

/** One measurement, e.g. `auszug_tokens_total{mode="full",reason="in_term"} 3`. */
export function sample(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(String(text))}"`)
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`
}

/** What stands before the measurements of one name. */
export function heading(name: string, type: 'counter' | 'gauge' | 'histogram', help: string) {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

/** What tells rows of one name apart: they have the same labels in the same order. */
function keyOf(labels: Labels): string {
  return Object.values(labels).join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function counter(name: string, help: string) {
  const values = new Map<string, { readonly labels: Labels; value: number }>()
  return {
    add(labels: Labels, n: number): void {
      const key = keyOf(labels)
      const known = values.get(key)
      if (known === undefined) values.set(key, { labels, value: n })
      else known.value += n
    },
    lines: () => [
      ...heading(name, 'counter', help),
      ...[...values.values()].map(({ labels, value }) => sample(name, labels, value)),
    ],
  }
}

function histogram(name: string, help: string) {
  const rows = new Map<string, { readonly labels: Labels; counts: number[]; sum: number }>()
  return {
    observe(labels: Labels, seconds: number): void {
      const key = keyOf(labels)
      const row = rows.get(key) ?? { labels, counts: [...bounds, Infinity].map(() => 0), sum: 0 }
      const at = bounds.findIndex((bound) => seconds <= bound)
      const place = at === -1 ? bounds.length : at
      row.counts[place] = (row.counts[place] ?? 0) + 1
      row.sum += seconds
      rows.set(key, row)
    },
    lines: () => [
      ...heading(name, 'histogram', help),
      ...[...rows.values()].flatMap(({ labels, counts, sum }) => {
        let total = 0
        const buckets = counts.map((count, n) => {
          total += count
          return sample(`${name}_bucket`, { ...labels, le: bounds[n] ?? '+Inf' }, total)
        })
        return [
          ...buckets,
          sample(`${name}_sum`, labels, sum),
          sample(`${name}_count`, labels, total),
        ]
      }),
    ],
  }
}
