import { roles } from '../license/roles.ts'
import { page } from './visit.ts'

export const keysPages = [
  page('GET', '/console/keys', roles, async ({ words }) => {
    const rows: readonly (readonly [string, string])[] = [
      ['/', words.ledger.found.label],
      ['c', words.ledger.inquiry.title],
      ['e', words.keys.end],
      ['g s', words.keys.go(words.places.start)],
      ['g c', words.keys.go(words.places.customers)],
      ['g l', words.keys.go(words.places.licenses)],
      ['g p', words.keys.go(words.places.products)],
      ['g b', words.keys.go(words.places.letters)],
      ['g h', words.keys.go(words.places.history)],
      ['g t', words.keys.go(words.places.settlements)],
      ['?', words.keys.list],
    ]
    return {
      title: words.keys.title,
      body: (
        <section class="sheet narrow">
          <h1>{words.keys.title}</h1>
          <p class="quiet">{words.keys.lead}</p>
          <dl class="facts">
            {rows.map(([keys, what]) => (
              <>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </>
            ))}
          </dl>
        </section>
      ),
    }
  }),
]
