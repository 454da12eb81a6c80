import { markOf } from './marks.ts'
import type { Routes } from './restriction.ts'
import type { TestLicense } from './test-license.ts'

/** A product, as far as its routes are to be walked. */
export interface Walk {
  /** Every route that it declares, `GET /orders/:id`. */
  readonly routes: readonly string[]
  /** What its guard was given. */
  readonly guard: Routes
  /** The license that its guard looks at. */
  readonly test: TestLicense
  /** Asks the product. Parameters of a route are filled with `1`. */
  readonly request: (method: string, path: string) => Response | Promise<Response>
}

/**
 * Walks a product's routes in both modes. Answers what breaks the promise, as sentences; none if nothing does: in full no route is held back by
 * the guard; in export-only the marked ones answer, every other is a problem that says where the export is, and the export is there.
 */
export async function walkRoutes({
  routes,
  guard,
  test,
  request,
}: Walk): Promise<readonly string[]> {
  const visits = routes.map((route) => {
    const [method = 'GET', path = '/'] = route.split(' ')
    return { route, method, path: path.replace(/:[^/]+|\*/g, '1') }
  })
  const findings: string[] = []
  await test.become({ mode: 'full' })
  for (const { route, method, path } of visits)
    if (await isHeldBack(await request(method, path), guard))
      findings.push(`${route} is held back in full.`)
  await test.become({ mode: 'export-only' })
  for (const { route, method, path } of visits) {
    const free = markOf(guard.marks, method, path) !== null
    if ((await isHeldBack(await request(method, path), guard)) === free)
      findings.push(
        free
          ? `${route} is marked and held back in export-only.`
          : `${route} is not marked and answers in export-only.`,
      )
  }
  if (markOf(guard.marks, 'GET', guard.exportAt) !== 'export')
    findings.push(`${guard.exportAt} is not marked as the export.`)
  const there = await request('GET', guard.exportAt)
  await there.body?.cancel()
  if (!there.ok) findings.push(`${guard.exportAt} does not answer in export-only.`)
  return findings
}

async function isHeldBack(response: Response, { exportAt }: Routes): Promise<boolean> {
  if (response.status !== 403) {
    // An export that nobody reads would keep its connection, and its source, open.
    await response.body?.cancel()
    return false
  }
  const problem: unknown = await response.json().catch(() => null)
  if (
    typeof problem !== 'object' ||
    problem === null ||
    !('type' in problem) ||
    !('export' in problem)
  )
    return false
  return String(problem.type).endsWith('#export-only') && problem.export === exportAt
}
