import { listEvidenceKeys } from '../store/evidence-key.ts'
import { evidenceKeysIn } from '../token/evidence-key.ts'
import type { EvidenceKey } from '../token/evidence-key.ts'
import { longestDossier, verifyDossier } from '../token/verify-dossier.ts'
import { Field, Form } from '../web/form.tsx'
import { verdictPage } from './verdict.tsx'
import { filled, openPage } from './visit.ts'
import type { Drawn, Visit } from './visit.ts'

const address = '/verify'
/** The file itself, its checkpoints, and what a form puts around them. */
const maxBytes = longestDossier + 2_000_000
/** So many fit on a receipt’s back; checking more takes others’ time. */
const mostCheckpoints = 100

export const verifyPages = [
  openPage('GET', address, async (visit) => formPage(visit, {})),
  openPage('POST', address, judged, { maxBytes }),
]

/** What is wrong with what was sent, by field. */
type Wrong = Readonly<Partial<Record<'text' | 'keys', string>>>

async function judged(visit: Visit): Promise<Drawn> {
  const { words } = visit
  const file = visit.files['file']
  const text = file === undefined || file.size === 0 ? filled(visit, 'text') : await file.text()
  if (text.trim() === '') return { ...formPage(visit, { text: words.verify.nothing }), status: 422 }
  const keys = await keysFor(visit)
  if (keys === null) return { ...formPage(visit, { keys: words.verify.keysWrong }), status: 422 }
  const lines = filled(visit, 'checkpoints')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const verdict = await verifyDossier(text, keys, lines.slice(0, mostCheckpoints))
  return verdictPage(visit, verdict)
}

/** This server's, or those that were given; null where these are none. */
async function keysFor(visit: Visit): Promise<readonly EvidenceKey[] | null> {
  const given = filled(visit, 'keys')
  if (given === '') return listEvidenceKeys(visit.deps.db)
  const keys = evidenceKeysIn(parsed(given))
  return keys.length === 0 ? null : keys
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function formPage(visit: Visit, wrong: Wrong): Drawn {
  const text = visit.words.verify
  return {
    title: text.title,
    bare: true,
    isWide: true,
    body: (
      <section class="sheet">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <Form action={address} token={null} isMultipart>
          <Field name="file" type="file" label={text.file} hint={text.fileHint} />
          <Field
            name="text"
            lines
            label={text.text}
            hint={text.textHint}
            wrong={wrong.text}
            value={filled(visit, 'text')}
          />
          <details open={filled(visit, 'checkpoints') !== '' || wrong.keys !== undefined}>
            <summary>{text.more}</summary>
            <div class="fields">
              <Field
                name="checkpoints"
                lines
                label={text.checkpoints}
                hint={text.checkpointsHint}
                value={filled(visit, 'checkpoints')}
              />
              <Field
                name="keys"
                lines
                label={text.keys}
                hint={text.keysHint(visit.deps.issuer)}
                wrong={wrong.keys}
                value={filled(visit, 'keys')}
              />
            </div>
          </details>
          <div class="acts">
            <button>{text.check}</button>
          </div>
        </Form>
        <p class="quiet small">{text.yourself}</p>
      </section>
    ),
  }
}
