import type { FindingWords } from '../../token/finding.ts'

const lists = {
  agreements: 'Die Vereinbarung',
  terms: 'Die Laufzeit',
  objections: 'Der Widerspruch',
  suspensions: 'Die Sperre',
  terminations: 'Die Kündigung',
  inquiries: 'Die Anfrage',
  warnings: 'Die Abmahnung',
  documents: 'Das Dokument',
} as const

/** What is wrong with a dossier, in German. */
export const deFindings: FindingWords = {
  unreadable: () => 'Das ist kein Dossier, oder es lässt sich nicht lesen.',
  unsigned: () =>
    'Es ist nicht unterschrieben: So lautet ein Dossier, doch niemand steht dafür ein.',
  'signature-wrong': () =>
    'Die Unterschrift passt nicht: Die Datei wurde danach geändert oder als etwas anderes unterschrieben.',
  'key-unknown': ({ kid }) =>
    `Es ist mit dem Schlüssel ${kid} unterschrieben, der keiner des Ausstellers ist.`,
  'key-revoked': ({ kid, at }) =>
    `Der Schlüssel ${kid} gilt seit ${at} als entwendet. Ein neueres Dossier oder ein Beleg mit einem anderen Schlüssel kann bestätigen, was hier steht.`,
  'key-out-of-time': ({ kid }) =>
    `Der Schlüssel ${kid} hat zu der Zeit, die die Datei nennt, nicht unterschrieben.`,
  'event-malformed': ({ n }) => `Ereignis ${n} ist nicht vollständig.`,
  'event-changed': ({ n }) => `Ereignis ${n} wurde geändert.`,
  'event-dropped': ({ n, to }) =>
    n === to ? `Ereignis ${n} wurde entfernt.` : `Die Ereignisse ${n} bis ${to} wurden entfernt.`,
  'event-before-replaced': ({ n }) =>
    `Ereignis ${n} schließt an ein anderes an als an das davor: Jenes wurde ersetzt oder entfernt.`,
  'event-moved': ({ n, belongs }) => `Ereignis ${n} wurde verschoben: Sein Platz ist ${belongs}.`,
  'event-repeated': ({ n }) => `Ereignis ${n} steht ein zweites Mal da.`,
  'event-of-another': ({ n, license }) =>
    `Ereignis ${n} gehört zu einer anderen Lizenz (${license}).`,
  'text-changed': ({ n, field }) => `Der Text „${field}“ von Ereignis ${n} wurde geändert.`,
  'text-missing': ({ n, field }) =>
    `Der Text „${field}“ von Ereignis ${n} fehlt, ohne als gelöscht genannt zu sein.`,
  'text-added': ({ n, field }) => `Der Text „${field}“ wurde bei Ereignis ${n} hinzugefügt.`,
  'record-changed': ({ list, id, member, n }) =>
    `${lists[list]} ${id} sagt unter „${member}“ etwas anderes als Ereignis ${n}.`,
  'record-unfounded': ({ list, id }) => `${lists[list]} ${id} hat im Verlauf kein Ereignis.`,
  'record-missing': ({ list, id, n }) =>
    `${lists[list]} ${id} wurde weggelassen: Ereignis ${n} hat den Eintrag gemacht.`,
  'checkpoint-wrong': ({ at }) =>
    `Prüfpunkt ${at} lässt sich nicht lesen, ist nicht vom Aussteller oder betrifft eine andere Lizenz.`,
  'tail-dropped': ({ has, knew, when }) =>
    `Das Ende fehlt: Am ${when} hatte der Verlauf schon ${knew} Ereignisse, hier sind es ${has}.`,
  rewritten: ({ from, to, when }) =>
    `Der Verlauf wurde zwischen Ereignis ${from} und ${to} neu geschrieben: Der Prüfpunkt vom ${when} kennt ein anderes Ereignis ${to}.`,
}
