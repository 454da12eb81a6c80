import type { Context, Span, Tracer } from '@opentelemetry/api'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Follow } from '../deps.ts'

/** What becomes of requests, statements and batches as OpenTelemetry's spans. */
export interface Traces {
  readonly follow: Follow
  /** A statement that has just come back; one that belongs to nothing followed is passed over. */
  readonly onStatement: (text: string, ms: number, error?: unknown) => void
  /** Sends what is left. */
  readonly close: () => Promise<void>
}

/**
 * Loads OpenTelemetry, which nobody loads otherwise, and sends spans in batches. A collector that is gone costs the spans and
 * nothing else. A trace begins here: a caller's `traceparent` is anybody's claim.
 *
 * @param collector takes OTLP over HTTP, e.g. `http://localhost:4318`.
 */
export async function openTraces(collector: string): Promise<Traces> {
  const [api, { BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const exporter = new OTLPTraceExporter({ url: `${collector}/v1/traces` })
  const provider = new BasicTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'auszug' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  const within = new AsyncLocalStorage<Context>()
  const tracer = provider.getTracer('auszug')
  return {
    follow: following(api, tracer, within),
    onStatement: statements(api, tracer, within),
    close: () => provider.shutdown().catch(() => {}),
  }
}

type Api = typeof import('@opentelemetry/api')
type Within = AsyncLocalStorage<Context>

function following(api: Api, tracer: Tracer, within: Within): Follow {
  const kinds = { request: api.SpanKind.SERVER, work: api.SpanKind.INTERNAL }
  return async (kind, name, work) => {
    const parent = within.getStore() ?? api.ROOT_CONTEXT
    const span = tracer.startSpan(name, { kind: kinds[kind] }, parent)
    try {
      return await within.run(api.trace.setSpan(parent, span), () =>
        work((attributes) => {
          span.setAttributes(attributes)
          if ('error.type' in attributes) span.setStatus({ code: api.SpanStatusCode.ERROR })
        }),
      )
    } catch (error) {
      fail(api, span, error)
      throw error
    } finally {
      span.end()
    }
  }
}

function statements(api: Api, tracer: Tracer, within: Within): Traces['onStatement'] {
  return (text, ms, error) => {
    const parent = within.getStore()
    if (parent === undefined) return
    const summary = summaryOf(text)
    const end = performance.timeOrigin + performance.now()
    const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': summary }
    const options = { kind: api.SpanKind.CLIENT, startTime: end - ms, attributes }
    const span = tracer.startSpan(summary, options, parent)
    if (error !== undefined) fail(api, span, error)
    span.end(end)
  }
}

/** By PostgreSQL's SQLSTATE, a system's code, or the error's name. A message can quote what nobody is to read. */
function fail({ SpanStatusCode }: Api, span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown'
  const code = error instanceof Error && 'code' in error ? String(error.code) : name
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR })
}

/** A statement's name where it has one, else what it does to which table: `license_by_key`, `update licenses`. */
function summaryOf(text: string): string {
  const named = /^\s*\/\* (\w+) \*\//.exec(text)?.[1]
  if (named !== undefined) return named
  const verb = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement'
  const table = /\b(?:from|into|update|table)\s+"?([a-z_]+)"?/i.exec(text)?.[1]
  return table === undefined || table === verb ? verb : `${verb} ${table}`
}
