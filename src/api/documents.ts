import { z } from 'zod'
import { byteStream } from '../export/byte-stream.ts'
import { maxDocumentBytes } from '../license/document.ts'
import { Problem } from '../license/problem.ts'
import { attachDocument, documentFrom } from '../store/attach-document.ts'
import type { SentFile } from '../store/attach-document.ts'
import { documentBytes, findDocument, insertDocument, listDocuments } from '../store/document.ts'
import type { KeptDocument } from '../store/document.ts'
import { readLicense } from '../store/read-license.ts'
import { attachmentCalled, fileNameFrom } from '../web/file-name.ts'
import { documentAnswer } from './ledger-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { readers, recorders, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { documentType, id } from './schema.ts'
import { readUpload } from './upload.ts'
import { utc } from './wire.ts'

const attachable = z.union([id('obj'), id('wrn'), id('agr'), id('inq')], {
  error: 'Name an objection, a warning, an agreement or an inquiry by its id.',
})

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
      const file = await sentFile(ask)
      const kept = documentFrom(file, ask.actor, ask.now)
      await insertDocument(ask.deps.db, kept, file.bytes)
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
      const file = await sentFile(ask)
      const license = param(ask, 'license')
      return created(await attachDocument(deps.db, license, query.of ?? null, file, actor, now))
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

async function sentFile(ask: Ask): Promise<SentFile> {
  const name = fileNameFrom(ask.headers.get('content-disposition'))
  const sent = await readUpload(ask, documentType.options, maxDocumentBytes)
  return { name, mediaType: sent.type, bytes: new Uint8Array(await sent.arrayBuffer()) }
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
