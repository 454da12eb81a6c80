import { scaleBand, scaleLinear } from 'd3-scale'

/** What renews and what ends in one stretch of time. */
export interface TurnBar {
  /** What the stretch is called below its bar; empty where there is no room for it. */
  readonly label: string
  /** The same in full, for who points at the bar. */
  readonly title: string
  readonly renews: number
  readonly ends: number
}

interface ChartProps {
  readonly label: string
  readonly bars: readonly TurnBar[]
  /** Whether each bar bears its number. */
  readonly numbered?: boolean
}

const width = 1000
const half = 64
const middle = half + 18
/** Below the deepest bar: its number, then the names. */
const foot = 44

/** Bars upwards for what renews, downwards for what ends: the eye compares them on one line. */
export function TurnsChart({ label, bars, numbered = false }: ChartProps) {
  const x = scaleBand(
    bars.map((_, n) => n),
    [0, width],
  )
    .paddingInner(0.25)
    .paddingOuter(0.1)
  const largest = Math.max(1, ...bars.map(({ renews, ends }) => Math.max(renews, ends)))
  const length = scaleLinear([0, largest], [0, half])
  const height = middle + length(Math.max(0, ...bars.map(({ ends }) => ends))) + foot
  return (
    <div class="wide" tabindex={0} role="group" aria-label={label}>
      <svg class="chart" viewBox={`0 0 ${width} ${height}`}>
        <line class="zero" x1={0} x2={width} y1={middle} y2={middle} />
        {bars.map((bar, n) => (
          <Pair
            bar={bar}
            left={x(n) ?? 0}
            width={x.bandwidth()}
            up={length(bar.renews)}
            down={length(bar.ends)}
            below={height - 4}
            numbered={numbered}
          />
        ))}
      </svg>
    </div>
  )
}

function Pair({
  bar,
  left,
  width: wide,
  up,
  down,
  below,
  numbered,
}: {
  readonly bar: TurnBar
  readonly left: number
  readonly width: number
  readonly up: number
  readonly down: number
  readonly below: number
  readonly numbered: boolean
}) {
  const center = left + wide / 2
  return (
    <g>
      <title>{bar.title}</title>
      {up > 0 && <rect class="renews" x={left} y={middle - 1 - up} width={wide} height={up} />}
      {down > 0 && <rect class="ends" x={left} y={middle + 1} width={wide} height={down} />}
      {numbered && up > 0 && (
        <text class="renews" x={center} y={middle - up - 6} text-anchor="middle">
          {bar.renews}
        </text>
      )}
      {numbered && down > 0 && (
        <text class="ends" x={center} y={middle + down + 16} text-anchor="middle">
          {bar.ends}
        </text>
      )}
      {bar.label !== '' && (
        <text x={numbered ? center : left} y={below} text-anchor={numbered ? 'middle' : 'start'}>
          {bar.label}
        </text>
      )}
    </g>
  )
}
