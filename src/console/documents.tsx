import { inUtc } from '../license/calendar.ts'
import { documentTypes, maxDocumentBytes } from '../license/document.ts'
import type { License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { readers, recorders } from '../license/roles.ts'
import { attachDocument } from '../store/attach-document.ts'
import type { SentFile } from '../store/attach-document.ts'
import { documentBytes, findDocument, listDocuments } from '../store/document.ts'
import type { KeptDocument } from '../store/document.ts'
import { readLicense } from '../store/read-license.ts'
import { byteStream } from '../export/byte-stream.ts'
import { dayAndTime } from '../web/day.ts'
import { fileNameOf } from '../web/file-name.ts'
import { Form, Select } from '../web/form.tsx'
import { attachables, isAttachable } from './attachable.ts'
import type { Belonging } from './attachable.ts'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { Note } from '../web/note.tsx'
import { List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn } from './pager.tsx'
import { Rows } from './rows.tsx'
import { filled, may, named, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

const path = '/console/licenses/:license/documents'

export const documentPages = [
  page('GET', path, readers, (visit) => documentsPage(visit)),
  page(
    'POST',
    path,
    recorders,
    async (visit) => {
      const { deps, now, person } = visit
      const license = named(visit, 'license')
      const file = await fileIn(visit)
      if (file === null) return { ...(await documentsPage(visit, true)), status: 422 }
      const of = filled(visit, 'of')
      const belongsTo = isAttachable(of) ? of : null
      const kept = await attachDocument(deps.db, license, belongsTo, file, person, now)
      return { to: `${documentsPath(license, of)}${of === '' ? '?' : '&'}attached=${kept.id}` }
    },
    // The fields beside the file.
    { maxBytes: maxDocumentBytes + 100_000 },
  ),
  page('GET', '/console/documents/:document', readers, async (visit) => {
    const { db } = visit.deps
    const document = await findDocument(db, named(visit, 'document'))
    if (document === null || document.name === null) throw new Problem('not-found')
    const { id, name, mediaType, size } = document
    return { download: { name, mediaType, size, body: byteStream(() => documentBytes(db, id)) } }
  }),
]

/** Where a license's documents are, and those of something that belongs to it. */
export function documentsPath(license: string, of = ''): string {
  const at = path.replace(':license', license)
  return of === '' ? at : `${at}?of=${of}`
}

/** The file of the form as the API would take it; null for none, and for one of another kind or too large. */
async function fileIn({ files }: StaffVisit): Promise<SentFile | null> {
  const file = files['file']
  if (file === undefined || file.size === 0 || file.size > maxDocumentBytes) return null
  const mediaType = typeOf(file)
  if (mediaType === null) return null
  return {
    name: fileNameOf(file.name),
    mediaType,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }
}

const endings: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  eml: 'message/rfc822',
  txt: 'text/plain',
}

/** What a browser says that a file is; by its name where the browser does not know, as with e-mails. */
function typeOf({ type, name }: File): string | null {
  const said = type.split(';')[0]?.trim().toLowerCase()
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  return (
    documentTypes.find((each) => each === said) ??
    (said === '' || said === 'application/octet-stream' ? (endings[ending] ?? null) : null)
  )
}

/** So many stand in order on one page. */
const most = 200

async function documentsPage(visit: StaffVisit, isWrong = false): Promise<Drawn> {
  const { deps, words, now, query } = visit
  const text = words.ledger.documents
  const { license } = await readLicense(deps.db, named(visit, 'license'), now)
  const list = await listDocuments(deps.db, license.id, {
    after: cursorIn(visit),
    limit: most,
  })
  const usual = { by: 'added', descending: false } as const
  const order = orderingOf(visit, ['name', 'size', 'added'], usual)
  const labels = { name: text.name, size: text.size, added: text.added }
  const belongings = await attachables(visit, license)
  const attached = list.data.find(({ id }) => id === query['attached'])
  return {
    title: text.title,
    body: (
      <>
        <Head
          title={text.title}
          path={[
            ['/console/customers', words.places.customers],
            ...(await pathToLicense(deps.db, license)),
          ]}
        />
        {attached !== undefined && (
          <Note kind="full">
            <p>{text.attached(attached.name ?? text.erased)}</p>
          </Note>
        )}
        <section class="sheet">
          <List
            visit={visit}
            name="documents"
            within={{ license: license.id }}
            order={{ chosen: order, labels }}
            next={list.next}
            isEmpty={list.data.length === 0}
            none={<p class="quiet">{text.none}</p>}
          >
            <DocumentRows {...{ visit, belongings, order }} documents={list.data} />
          </List>
        </section>
        {may(visit, recorders) && (
          <AttachForm visit={visit} license={license} belongings={belongings} isWrong={isWrong} />
        )}
      </>
    ),
  }
}

const placeOf = {
  name: ({ name }: KeptDocument) => name ?? '',
  size: ({ size }: KeptDocument) => size,
  added: ({ recordedAt }: KeptDocument) => recordedAt,
}

function DocumentRows({
  visit: { words, language },
  documents,
  belongings,
  order,
}: {
  readonly visit: StaffVisit
  readonly documents: readonly KeptDocument[]
  readonly belongings: readonly Belonging[]
  readonly order: Ordering<'name' | 'size' | 'added'>
}) {
  const text = words.ledger.documents
  const labels = new Map<string, string>(belongings.map(({ id, label }) => [id, label]))
  return (
    <Rows<KeptDocument>
      items={inOrder(documents, order, placeOf, language)}
      columns={[
        {
          head: text.name,
          order: order.link('name'),
          cell: (each) => <Name document={each} erased={text.erased} />,
        },
        {
          head: text.of,
          cell: ({ attachedTo }) =>
            attachedTo === null ? text.ofLicense : (labels.get(attachedTo) ?? attachedTo),
        },
        {
          head: text.size,
          isNumber: true,
          order: order.link('size'),
          cell: ({ size }) => sizeIn(size, language),
        },
        {
          head: text.added,
          order: order.link('added'),
          cell: ({ recordedAt }) => `${dayAndTime(inUtc(recordedAt), language)} UTC`,
        },
        {
          head: text.hash,
          cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}…</code>,
        },
      ]}
    />
  )
}

function Name({
  document: { id, name },
  erased,
}: {
  readonly document: KeptDocument
  readonly erased: string
}) {
  if (name === null) return <span class="quiet">{erased}</span>
  return (
    <a href={`/console/documents/${id}`} download={name}>
      {name}
    </a>
  )
}

function sizeIn(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1_000_000 ? ([bytes / 1000, 'kB'] as const) : ([bytes / 1_000_000, 'MB'] as const)
  const digits = value < 10 ? 1 : 0
  return `${value.toLocaleString(language, { maximumFractionDigits: digits })} ${unit}`
}

function AttachForm({
  visit,
  license,
  belongings,
  isWrong,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly belongings: readonly Belonging[]
  readonly isWrong: boolean
}) {
  const { words, person, form, query } = visit
  const text = words.ledger.documents
  const chosen = form['of'] ?? query['of'] ?? ''
  return (
    <section class="sheet narrow">
      <h2>{text.attach}</h2>
      <Form action={documentsPath(license.id)} token={person.formToken} isMultipart>
        <FileField visit={visit} isWrong={isWrong} />
        <Select
          name="of"
          label={text.of}
          options={[
            ['', text.ofLicense],
            ...belongings.map(({ id, label }) => [id, label] as const),
          ]}
          chosen={chosen}
        />
        <div class="acts">
          <button>{text.attachDo}</button>
        </div>
      </Form>
    </section>
  )
}

function FileField({
  visit: { words },
  isWrong,
}: {
  readonly visit: StaffVisit
  readonly isWrong: boolean
}) {
  const text = words.ledger.documents
  return (
    <div class="field">
      <label for="file">{text.file}</label>
      <input
        id="file"
        name="file"
        type="file"
        required
        accept={[...documentTypes, '.eml'].join(',')}
        aria-describedby={isWrong ? 'file-hint file-wrong' : 'file-hint'}
        {...(isWrong && { 'aria-invalid': 'true' as const })}
      />
      <span class="hint" id="file-hint">
        {text.fileHint}
      </span>
      {isWrong && (
        <span class="wrong" id="file-wrong">
          {text.fileWrong}
        </span>
      )}
    </div>
  )
}
