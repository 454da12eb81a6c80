import { lengthOf } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { checkRetention, retentionClasses, retentionRules } from '../license/retention.ts'
import type { Retention, RetentionClass } from '../license/retention.ts'
import { admins } from '../license/roles.ts'
import { keepRetention, listRuns, readRetention } from '../store/retention.ts'
import type { RetentionRun } from '../store/retention.ts'
import { longDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { Note } from '../web/note.tsx'
import { Rows } from './rows.tsx'
import { filled, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

const address = '/console/retention'

export const retentionPages = [
  page('GET', address, admins, async (visit) =>
    retentionPage(visit, await readRetention(visit.deps.db), new Set()),
  ),
  page('POST', address, admins, async (visit) => {
    const { deps, now, person } = visit
    const asked = askedIn(visit)
    const wrong = wrongIn(asked)
    if (wrong.size > 0) return { ...(await retentionPage(visit, asked, wrong)), status: 422 }
    await keepRetention(deps.db, asked, person, now)
    return { to: `${address}?kept=1` }
  }),
]

const units = ['D', 'M', 'Y'] as const
type Unit = (typeof units)[number]

function askedIn(visit: StaffVisit): Retention {
  const asked = (of: RetentionClass): string | null => {
    const unit = filled(visit, `${of}_unit`)
    return unit === 'ever' ? null : `P${filled(visit, of)}${unit}`
  }
  return {
    inquiries: asked('inquiries'),
    evidence: asked('evidence'),
    machines: asked('machines'),
    sign_ins: asked('sign_ins'),
    deliveries: asked('deliveries'),
    access: asked('access'),
  }
}

/** The classes whose length is none, or out of bounds. */
function wrongIn(asked: Retention): ReadonlySet<RetentionClass> {
  const isWrong = (of: RetentionClass): boolean => {
    try {
      checkRetention({ [of]: asked[of] })
      return false
    } catch (error) {
      if (error instanceof Problem) return true
      throw error
    }
  }
  return new Set(retentionClasses.filter(isWrong))
}

async function retentionPage(
  visit: StaffVisit,
  retention: Retention,
  wrong: ReadonlySet<RetentionClass>,
): Promise<Drawn> {
  const { deps, words, person, query } = visit
  const text = words.retention
  const runs = await listRuns(deps.db, 50)
  return {
    title: text.title,
    body: (
      <>
        <Head
          title={text.title}
          path={[['/console/access', words.places.access]]}
          line={text.lead}
        />
        {query['kept'] === '1' && wrong.size === 0 && (
          <Note kind="full">
            <p>{text.kept}</p>
          </Note>
        )}
        <section class="sheet">
          <Form action={address} token={person.formToken}>
            {retentionClasses.map((of) => (
              <Length visit={visit} of={of} period={retention[of]} isWrong={wrong.has(of)} />
            ))}
            <Note kind="ends">
              <p>{text.warning}</p>
            </Note>
            <div class="acts">
              <button>{text.save}</button>
            </div>
          </Form>
        </section>
        <section class="sheet">
          <h2>{text.runs}</h2>
          <Runs visit={visit} runs={runs} />
        </section>
      </>
    ),
  }
}

/** How long one class is kept: a number and its unit, or for ever. */
function Length({
  visit: { words },
  of,
  period,
  isWrong,
}: {
  readonly visit: StaffVisit
  readonly of: RetentionClass
  readonly period: string | null
  readonly isWrong: boolean
}) {
  const text = words.retention
  const { usual, least } = retentionRules[of]
  const [, count = '', unit = 'ever'] = /^P(.*)([DMY])$/.exec(period ?? '') ?? []
  return (
    <fieldset class="keeps">
      <legend>{text.classes[of]}</legend>
      <span class="hint">{text.means[of]}</span>
      <div class="length">
        <input
          name={of}
          inputmode="numeric"
          value={count}
          aria-label={`${text.classes[of]}: ${text.length}`}
          {...(isWrong && { 'aria-invalid': 'true' as const, 'aria-describedby': `${of}-wrong` })}
        />
        <select name={`${of}_unit`} aria-label={`${text.classes[of]}: ${text.unit}`}>
          {[...units, 'ever' as const].map((each) => (
            <option value={each} selected={each === unit}>
              {text.units[each]}
            </option>
          ))}
        </select>
        <span class="quiet small">{text.usual(lengthIn(words, usual))}</span>
      </div>
      {isWrong && (
        <span class="wrong" id={`${of}-wrong`}>
          {text.wrong(lengthIn(words, least))}
        </span>
      )}
    </fieldset>
  )
}

function lengthIn({ retention: { lengths } }: StaffVisit['words'], period: string): string {
  const { unit, count } = lengthOf(period)
  const [shown, as]: readonly [number, Unit] =
    unit === 'days' ? [count, 'D'] : count % 12 === 0 ? [count / 12, 'Y'] : [count, 'M']
  return lengths[as](shown)
}

function Runs({
  visit: { words, language },
  runs,
}: {
  readonly visit: StaffVisit
  readonly runs: readonly RetentionRun[]
}) {
  const text = words.retention
  if (runs.length === 0) return <p class="quiet">{text.noRuns}</p>
  return (
    <Rows<RetentionRun>
      items={runs}
      columns={[
        { head: text.day, cell: ({ day }) => longDay(day, language) },
        { head: text.what, cell: (run) => text.classes[run.class] },
        { head: text.erased, cell: ({ erased }) => erased, isNumber: true },
      ]}
    />
  )
}
