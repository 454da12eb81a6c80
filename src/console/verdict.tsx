import { inUtc, instantOf } from '../license/calendar.ts'
import { wordsFor } from '../token/finding.ts'
import type { Finding } from '../token/finding.ts'
import type { Verdict } from '../token/verify-dossier.ts'
import { dayAndTime } from '../web/day.ts'
import { DossierFile } from './dossier-file.tsx'
import { Hash } from './dossier-part.tsx'
import { Note } from '../web/note.tsx'
import type { Drawn, Visit } from './visit.ts'

interface Found {
  readonly visit: Visit
  readonly verdict: Verdict
}

/** What was found out about a dossier; and what it says, where nothing speaks against it. */
export function verdictPage(visit: Visit, verdict: Verdict): Drawn {
  const text = visit.words.verify
  const { outcome, findings, license, dossier } = verdict
  return {
    title: text.outcomes[outcome],
    bare: true,
    isWide: true,
    body: (
      <>
        <section class="sheet">
          <Outcome visit={visit} verdict={verdict} />
          {findings.length > 0 && <Findings visit={visit} verdict={verdict} />}
          {license !== '' && <Facts visit={visit} verdict={verdict} />}
          <div class="acts">
            <a class="button second" href="/verify">
              {text.again}
            </a>
          </div>
          <p class="quiet small">{text.yourself}</p>
        </section>
        {dossier !== null && (
          <section class="sheet">
            <h2>{text.contents}</h2>
            <DossierFile visit={visit} dossier={dossier} />
          </section>
        )}
      </>
    ),
  }
}

/** Each outcome has its own shape: whole, half, crossed. */
const shapes = {
  holds: 'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0z',
  doubtful: 'M6 0a6 6 0 0 0 0 12zM6 0a6 6 0 0 1 0 12v-2a4 4 0 0 0 0-8z',
  broken:
    'M1.800 0 6 4.200 10.200 0 12 1.800 7.800 6 12 10.200 10.200 12 6 7.800 1.800 12 0 10.200 4.200 6 0 1.800z',
} as const

function Outcome({ visit, verdict: { outcome } }: Found) {
  const text = visit.words.verify
  const leads = { holds: text.holdsLead, doubtful: text.doubtfulLead, broken: text.brokenLead }
  return (
    <div class="hero">
      <h1 class={`verdict ${outcome}`}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={shapes[outcome]} fill="currentColor" />
        </svg>
        {text.outcomes[outcome]}
      </h1>
      <p>{leads[outcome]}</p>
    </div>
  )
}

const mostShown = 100

function Findings({ visit, verdict: { outcome, findings } }: Found) {
  return (
    <Note kind={outcome === 'broken' ? 'wrong' : 'ends'}>
      <ul class="findings">
        {findings.slice(0, mostShown).map((finding) => (
          <li>{sentenceFor(visit, finding)}</li>
        ))}
        {findings.length > mostShown && <li>…</li>}
      </ul>
    </Note>
  )
}

/** Its instants are written as people read them. */
function sentenceFor(visit: Visit, finding: Finding): string {
  const { findings } = visit.words
  if (finding.code === 'key-revoked')
    return wordsFor(findings, { ...finding, at: timeOf(visit, finding.at) })
  return 'when' in finding
    ? wordsFor(findings, { ...finding, when: timeOf(visit, finding.when) })
    : wordsFor(findings, finding)
}

function timeOf({ language }: Visit, at: string): string {
  const instant = instantOf(at)
  return instant === null ? at : `${dayAndTime(inUtc(instant), language)} UTC`
}

function Facts({ visit, verdict }: Found) {
  const text = visit.words.verify
  const { issuer, kid, license, madeAt, events, head } = verdict
  return (
    <dl class="facts">
      <dt>{text.issuer}</dt>
      <dd>
        <strong>{kid === null ? text.unsigned : issuer}</strong>
        {kid !== null && <p class="quiet small">{text.issuerOther}</p>}
      </dd>
      <dt>{text.license}</dt>
      <dd>
        <code>{license}</code>
      </dd>
      <dt>{text.made}</dt>
      <dd>{timeOf(visit, madeAt)}</dd>
      <dt>{text.events}</dt>
      <dd>{events}</dd>
      <dt>{text.last}</dt>
      <dd>
        <Hash text={head} />
      </dd>
      {kid !== null && (
        <>
          <dt>{text.key}</dt>
          <dd>
            <code>{kid}</code>
          </dd>
        </>
      )}
      <Anchors visit={visit} verdict={verdict} />
    </dl>
  )
}

/** The checkpoints that it agrees with, and what was erased in it. */
function Anchors({ visit, verdict: { checkpoints, erased } }: Found) {
  const text = visit.words.verify
  return (
    <>
      {checkpoints.length > 0 && (
        <>
          <dt>{text.checkpointsHeld}</dt>
          <dd>
            <ul>
              {checkpoints.map(({ at, events }) => (
                <li>{text.checkpointOf(timeOf(visit, inUtc(at)), events)}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {erased.length > 0 && (
        <>
          <dt>{text.erased}</dt>
          <dd>{erased.map(({ field, n }) => text.erasedOf(field, n)).join(', ')}</dd>
        </>
      )}
    </>
  )
}
