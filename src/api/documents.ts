import { z } from 'zod'
import { byteStream } from '../export/byte-stream.ts'
import { attach } from '../license/document.ts'
import type { Attachable } from '../license/document.ts'
import { Problem, unfit } from '../license/problem.ts'
import { inTransaction } from '../store/database.ts'
import {
  contentOf,
  documentBytes,
  findDocument,
  hasAttachable,
  insertDocument,
  listDocuments,
} from '../store/document.ts'
import type { KeptDocument } from '../store/document.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { attachmentCalled, fileNameFrom } from './file-name.ts'
import { documentAnswer } from './ledger-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { readers, recorders, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { documentType, id } from './schema.ts'
import { readUpload } from './upload.ts'
import { utc } from './wire.ts'

const mostBytes = 10_000_000

const attachable = z.union([id('obj'), id('wrn'), id('agr'), id('inq')])

export const documentRoutes = [
  route({
    method: 'POST',
    path: '/v1/documents',
    who: sellers,
    summary:
      'Takes a document that belongs to no license, such as terms that agreements refer to; its name is that of Content-Disposition.',
    body: noBody,
    query: noQuery,
    takes: 'bytes',
    mediaTypes: documentType.options,
    handle: async (ask) => {
      const { document, bytes } = await sentDocument(ask, null)
      const kept = { ...document, license: null }
      await insertDocument(ask.deps.db, kept, bytes)
      return created(kept)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/documents',
    who: recorders,
    summary:
      'Attaches a document to a license, or to its objection, warning, agreement or inquiry; its name is that of Content-Disposition.',
    body: noBody,
    query: z.strictObject({ of: attachable.optional() }),
    takes: 'bytes',
    mediaTypes: documentType.options,
    handle: async (ask) => {
      const { deps, now, actor, query } = ask
      const { document, bytes } = await sentDocument(ask, query.of ?? null)
      const kept = await inTransaction(deps.db, async (trx) => {
        const { license } = await changeLicense(
          trx,
          param(ask, 'license'),
          now,
          actor,
          async (before) => {
            if (query.of !== undefined && !(await hasAttachable(trx, before, query.of)))
              throw unfit('/of', 'This license has nothing with this id.')
            return attach(before, document, now)
          },
        )
        await insertDocument(trx, { ...document, license: license.id }, bytes)
        return { ...document, license: license.id }
      })
      return created(kept)
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/documents',
    who: readers,
    summary: 'Lists a license’s documents.',
    query: pageQuery,
    item: documentAnswer,
    read: async (ask, part) => {
      const { db } = ask.deps
      const { license } = await readLicense(db, param(ask, 'license'), ask.now)
      return pageOnWire(await listDocuments(db, license.id, part), documentOnWire)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/documents/:document',
    who: readers,
    summary: 'Gives a document as it was handed in.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { db } = ask.deps
      const document = await findDocument(db, param(ask, 'document'))
      if (document === null || document.name === null)
        throw new Problem('not-found', { document: param(ask, 'document') })
      return {
        body: byteStream(() => documentBytes(db, document.id)),
        headers: {
          'content-type': document.mediaType,
          'content-length': String(document.size),
          'content-disposition': attachmentCalled(document.name),
          'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
          'cross-origin-resource-policy': 'same-origin',
        },
      }
    },
  }),
]

/** The whole of it is here before anything is locked: a slow sender keeps nobody waiting. */
async function sentDocument(ask: Ask, attachedTo: Attachable | null) {
  const { now, actor, headers } = ask
  const name = fileNameFrom(headers.get('content-disposition'))
  const sent = await readUpload(ask, documentType.options, mostBytes)
  const bytes = new Uint8Array(await sent.arrayBuffer())
  if (bytes.length === 0) throw unfit('', 'Send the bytes of the document.')
  const document = {
    id: newId('doc', now),
    attachedTo,
    name,
    mediaType: sent.type,
    ...contentOf(bytes),
    recordedBy: actor.id,
    recordedAt: now,
  }
  return { document, bytes }
}

function created(document: KeptDocument): Answer {
  return {
    status: 201,
    body: documentOnWire(document),
    headers: { location: `/v1/documents/${document.id}` },
  }
}

function documentOnWire(document: KeptDocument) {
  const { id: name, license, attachedTo, mediaType, size, sha256 } = document
  return {
    id: name,
    license,
    of: attachedTo,
    name: document.name,
    media_type: mediaType,
    size,
    sha256,
    recorded_by: document.recordedBy,
    recorded_at: utc(document.recordedAt),
  }
}
