import { Problem } from '../license/problem.ts'
import { declarationAt } from '../store/declaration.ts'
import type { OpenDeclaration } from '../store/declaration.ts'
import { isLanguage } from '../web/language.ts'
import { declaredLines, declaredText } from './declared-text.ts'
import { Title } from './frame.tsx'
import { named, openPage } from './visit.ts'
import type { Visit } from './visit.ts'

const path = '/portal/declarations/:token'

/** The receipt of what was declared without signing in, under an address that only who declared it has. */
export const declaredPages = [
  openPage('GET', path, async (visit) => {
    const { deps, words, language } = visit
    const text = words.declare
    const declaration = await shown(visit)
    const title = text.received[declaration.kind]
    const lines = await declaredLines(deps.db, declaration, language)
    return {
      title,
      body: (
        <>
          <Title title={title} back={['/portal', words.frame.name]} />
          <section class="sheet narrow">
            <dl class="facts">
              {lines.map(([label, value]) => (
                <>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </>
              ))}
            </dl>
            <div class="acts">
              <a class="button second" href={`/portal/declarations/${named(visit, 'token')}/text`}>
                {text.save}
              </a>
            </div>
          </section>
          {declaration.words !== null && (
            <p class="no-print">{text.mailed(declaration.words.email)}</p>
          )}
          <p class="quiet">{text.exportStays}</p>
        </>
      ),
    }
  }),
  openPage('GET', `${path}/text`, async (visit) => {
    const { deps, words } = visit
    const declaration = await shown(visit)
    // As it was confirmed: in the language that it was declared in.
    const language = isLanguage(declaration.language) ? declaration.language : visit.language
    const body = await declaredText(deps.db, declaration, language)
    const name = `${words.declare.fileName[declaration.kind]}.txt`
    return { download: { name, mediaType: 'text/plain; charset=utf-8', body } }
  }),
]

/** @throws Problem not-found */
async function shown(visit: Visit): Promise<OpenDeclaration> {
  const found = await declarationAt(visit.deps.db, named(visit, 'token'))
  if (found === null) throw new Problem('not-found')
  return found
}
