import { z } from 'zod'
import { externalRefEdits } from '../api/schema.ts'
import { edit } from '../license/edit.ts'
import { sellers } from '../license/roles.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { Form } from '../web/form.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { ReferenceFields, referenceEdits } from './reference-fields.tsx'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const path = '/console/licenses/:license/edit'

export const licenseEditPages = [
  page('GET', path, sellers, (visit) => editPage(visit, nothingWrong)),
  page('POST', path, sellers, (visit) =>
    orAgain(
      visit,
      () => save(visit),
      (wrongs) => editPage(visit, wrongs),
    ),
  ),
]

async function save(visit: StaffVisit) {
  const { deps, now, person } = visit
  const id = named(visit, 'license')
  let hasChanged = false
  await changeLicense(deps.db, id, now, person, (license, at, _, revision) => {
    hasChanged = String(revision) !== filled(visit, 'revision')
    if (hasChanged) return { license, events: [] }
    const asked = referenceEdits(visit, license.externalRefs)
    const { external_refs } = fitting(z.strictObject({ external_refs: externalRefEdits }), {
      external_refs: asked,
    })
    return edit(license, { externalRefs: external_refs }, at)
  })
  if (!hasChanged) return { to: `/console/licenses/${id}` }
  return { ...(await editPage(visit, nothingWrong, true)), status: 412 }
}

/** What other systems call the license; nothing of it was agreed. */
async function editPage(visit: StaffVisit, wrongs: Wrongs, hasChanged = false) {
  const { deps, words, now, person, form } = visit
  const { license, revision } = await readLicense(deps.db, named(visit, 'license'), now)
  const text = words.licenseEdit
  const at = `/console/licenses/${license.id}`
  return {
    title: text.title,
    body: (
      <>
        <Head title={text.title} path={await pathToLicense(deps.db, license)} />
        <section class="sheet narrow">
          <p class="quiet">{text.lead}</p>
          <Form action={`${at}/edit`} token={person.formToken}>
            <WrongNote
              visit={visit}
              wrongs={hasChanged ? changed(words.customerForm.changedMeanwhile) : wrongs}
              pointers={['/external_refs']}
            />
            <input
              type="hidden"
              name="revision"
              value={
                hasChanged || form['revision'] === undefined ? String(revision) : form['revision']
              }
            />
            <ReferenceFields visit={visit} kept={license.externalRefs} wrongs={wrongs} />
            <div class="acts">
              <button>{text.do}</button>
              <a class="button plain" href={at}>
                {words.frame.cancel}
              </a>
            </div>
          </Form>
        </section>
      </>
    ),
  }
}

function changed(sentence: string): Wrongs {
  return { at: () => undefined, beside: () => [sentence], some: true, passable: false }
}
