import { scaleLinear } from 'd3-scale'
import type { Instant } from '../license/license.ts'

/** A license's time as it is drawn: what runs as bars, days that matter as flags, what was declared as marks. */
export interface TimelineProps {
  /** What the drawing says as a whole, for who cannot see it. */
  readonly label: string
  readonly from: Instant
  readonly to: Instant
  readonly today: { readonly at: Instant; readonly label: string }
  readonly terms: readonly Bar[]
  readonly pauses: readonly Bar[]
  readonly flags: readonly Flag[]
  readonly marks: readonly Mark[]
  readonly years: readonly { readonly at: Instant; readonly label: string }[]
}

export interface Bar {
  readonly from: Instant
  readonly to: Instant
  readonly label: string
  /** Running or past, or to come if nothing changes. */
  readonly kind?: 'over' | 'open'
}

export interface Flag {
  readonly at: Instant
  readonly label: string
  readonly kind: 'day' | 'end'
}

export interface Mark {
  readonly kind: 'objection' | 'warning' | 'inquiry' | 'beyond'
  readonly at: Instant
  /** How many it stands for; default one. */
  readonly count?: number
  readonly label: string
  /** Where it is told at length. */
  readonly href: string
}

const width = 1000
const edge = 12
const bar = { top: 64, height: 32 }
const flagsTop = bar.top + bar.height
/** Below the bars: what was asked and what was warned of. */
const lane = flagsTop + 16
const laneHeight = 22
const rowHeight = 22

export function Timeline({
  label,
  from,
  to,
  today,
  terms,
  pauses,
  flags,
  marks,
  years,
}: TimelineProps) {
  const x = scaleLinear([from, to], [edge, width - edge]).clamp(true)
  const below = marks.some(({ kind }) => kind !== 'objection') ? laneHeight : 0
  const height = flagsTop + 30 + below + flags.length * rowHeight
  return (
    <div class="wide" tabindex={0} role="group" aria-label={label}>
      <svg class="timeline" viewBox={`0 0 ${width} ${height}`}>
        {years.map((year) => (
          <>
            <line class="axis" x1={x(year.at)} x2={x(year.at)} y1={44} y2={flagsTop + 12} />
            {x(year.at) < width - 50 && (
              <text x={x(year.at) + 5} y={56}>
                {year.label}
              </text>
            )}
          </>
        ))}
        <Bars terms={terms} pauses={pauses} x={x} />
        {flags.map((flag, n) => (
          <FlagLine flag={flag} at={x(flag.at)} row={n} below={below} />
        ))}
        <Today at={x(today.at)} label={today.label} />
        {marks.map((mark) => (
          <MarkOn mark={mark} at={x(mark.at)} />
        ))}
      </svg>
    </div>
  )
}

function Bars({
  terms,
  pauses,
  x,
}: Pick<TimelineProps, 'terms' | 'pauses'> & { readonly x: (at: Instant) => number }) {
  return (
    <>
      {terms.map((term) => (
        <rect
          class={`term ${term.kind ?? ''}`}
          x={x(term.from) + 1}
          y={bar.top}
          width={Math.max(2, x(term.to) - x(term.from) - 2)}
          height={bar.height}
          rx={3}
        >
          <title>{term.label}</title>
        </rect>
      ))}
      {pauses.map((pause) => (
        <rect
          class="pause"
          x={x(pause.from)}
          y={bar.top + bar.height - 10}
          width={Math.max(3, x(pause.to) - x(pause.from))}
          height={10}
        >
          <title>{pause.label}</title>
        </rect>
      ))}
    </>
  )
}

function Today({ at, label }: { readonly at: number; readonly label: string }) {
  return (
    <>
      <line class="today" x1={at} x2={at} y1={24} y2={flagsTop + 8} />
      <text class="today" x={at} y={16} text-anchor={anchorAt(at)}>
        {label}
      </text>
    </>
  )
}

/** A mark that can be reached by keyboard and says itself. Each kind has its own shape. */
function MarkOn({ mark, at }: { readonly mark: Mark; readonly at: number }) {
  const { kind, label, href, count = 1 } = mark
  return (
    <a class={`mark ${kind}`} href={href} aria-label={label}>
      <title>{label}</title>
      {kind === 'objection' && <circle cx={at} cy={bar.top + bar.height / 2} r={6} />}
      {kind === 'warning' && <path d={`M${at} ${lane - 7}l7 12h-14z`} />}
      {(kind === 'inquiry' || kind === 'beyond') && (
        <circle cx={at} cy={lane} r={Math.min(7, 3 + Math.sqrt(count))} />
      )}
    </a>
  )
}

/** Each flag hangs in a row of its own, so that no two dates cover each other. */
function FlagLine({
  flag,
  at,
  row,
  below,
}: {
  readonly flag: Flag
  readonly at: number
  readonly row: number
  readonly below: number
}) {
  const y = flagsTop + 30 + below + row * rowHeight
  const anchor = at > width * 0.6 ? 'end' : 'start'
  return (
    <>
      <line class={flag.kind} x1={at} x2={at} y1={bar.top - 4} y2={y + 3} />
      <text class={flag.kind} x={anchor === 'end' ? at - 8 : at + 8} y={y} text-anchor={anchor}>
        {flag.label}
      </text>
    </>
  )
}

function anchorAt(at: number): 'start' | 'middle' | 'end' {
  if (at < 120) return 'start'
  return at > width - 120 ? 'end' : 'middle'
}
