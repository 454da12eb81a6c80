import type { Outcome } from './event.ts'
import type {
  AgreementId,
  DocumentId,
  InquiryId,
  Instant,
  License,
  ObjectionId,
  WarningId,
} from './license.ts'

/** What a document belongs to: it proves, or is, what was declared. */
export type Attachable = ObjectionId | WarningId | AgreementId | InquiryId

/** What letters, slips, e-mails and contracts come as. None of these runs in a browser. */
export const documentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'message/rfc822',
  'text/plain',
] as const

/** The most that a document may have. */
export const maxDocumentBytes = 10_000_000

/** A file as it is on record: a scanned letter, an e-mail, a postal slip, a contract. */
export interface Document {
  readonly id: DocumentId
  /** What it belongs to; null for one of the license, or of none. */
  readonly attachedTo: Attachable | null
  /** What the file is called; null once it is erased, and its bytes with it. */
  readonly name: string | null
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** Hexadecimal, of the bytes. */
  readonly sha256: string
  /** The opaque id of who handed it in. */
  readonly recordedBy: string
  readonly recordedAt: Instant
}

/** Attaches a document to a license: the history holds its hash, and nothing that a person is known by. */
export function attach(license: License, document: Document, now: Instant): Outcome {
  const { id, attachedTo, mediaType, size, sha256 } = document
  const at = Math.max(now, license.recordedAt)
  const data = { document: id, of: attachedTo, media_type: mediaType, size, sha256 }
  return { license, events: [{ type: 'document.attached', at, data }] }
}
