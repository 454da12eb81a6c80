import { editedProduct, newProduct, productBody, productEdit } from '../api/product-body.ts'
import { exportFormat } from '../api/schema.ts'
import { Problem } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import { addProduct } from '../store/add-product.ts'
import { inTransaction } from '../store/database.ts'
import { lockProduct, updateProduct } from '../store/product.ts'
import type { Product } from '../store/product.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { madeOnce, Once } from './made-once.tsx'
import { Note } from '../web/note.tsx'
import { productIn } from './products.tsx'
import { Tick } from './tick.tsx'
import { filled, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

export const productFormPages = [
  page('GET', '/console/new-product', admins, (visit) => formPage(visit, null, nothingWrong)),
  page('POST', '/console/new-product', admins, (visit) =>
    orAgain(
      visit,
      () => madeOnce(visit, add),
      (wrongs) => formPage(visit, null, wrongs),
    ),
  ),
  page('GET', '/console/products/:product/edit', admins, async (visit) =>
    formPage(visit, await productIn(visit), nothingWrong),
  ),
  page('POST', '/console/products/:product/edit', admins, async (visit) => {
    const product = await productIn(visit)
    return orAgain(
      visit,
      () => save(visit, product),
      (wrongs) => formPage(visit, product, wrongs),
    )
  }),
]

const algorithms = ['Ed25519', 'ES256'] as const

async function add(visit: StaffVisit) {
  const { deps, now } = visit
  const body = fitting(productBody, {
    code: filled(visit, 'code'),
    name: filled(visit, 'name'),
    capabilities: linesIn(visit, 'capabilities'),
    export_formats: formatsIn(visit),
    algorithm: filled(visit, 'algorithm') || 'Ed25519',
  })
  const product = newProduct(body, now)
  await addProduct(deps.db, deps.kek, product)
  return { to: `/console/products/${product.code}` }
}

async function save(visit: StaffVisit, known: Product) {
  const body = fitting(productEdit, {
    name: filled(visit, 'name'),
    capabilities: linesIn(visit, 'capabilities'),
    export_formats: formatsIn(visit),
  })
  const isKept = await inTransaction(visit.deps.db, async (trx) => {
    const before = await lockProduct(trx, known.id)
    if (before === null) throw new Problem('not-found')
    if (String(before.revision) !== filled(visit, 'revision')) return false
    await updateProduct(trx, editedProduct(before, body))
    return true
  })
  if (isKept) return { to: `/console/products/${known.code}` }
  return { ...(await formPage(visit, await productIn(visit), nothingWrong, true)), status: 412 }
}

/** A line each; commas part them, too. */
function linesIn(visit: StaffVisit, name: string): readonly string[] {
  return filled(visit, name)
    .split(/[\s,]+/)
    .filter((each) => each !== '')
}

function formatsIn({ form }: StaffVisit): readonly string[] {
  return exportFormat.options.filter((each) => form[`format_${each}`] !== undefined)
}

async function formPage(
  visit: StaffVisit,
  kept: Product | null,
  wrongs: Wrongs,
  hasChanged = false,
) {
  const { words, person } = visit
  const text = words.catalog
  const title = kept === null ? text.addProduct : text.editProduct
  const at = kept === null ? '/console/products' : `/console/products/${kept.code}`
  return {
    title,
    body: (
      <>
        <Head
          title={title}
          path={[
            ['/console/products', words.places.products],
            ...(kept === null ? [] : ([[at, kept.name]] as const)),
          ]}
        />
        <section class="sheet narrow">
          {hasChanged && (
            <Note kind="wrong">
              <p>{words.customerForm.changedMeanwhile}</p>
            </Note>
          )}
          <Form
            action={kept === null ? '/console/new-product' : `${at}/edit`}
            token={person.formToken}
          >
            {kept === null && <Once visit={visit} />}
            <WrongNote visit={visit} wrongs={wrongs} pointers={pointers} />
            <ProductFields visit={visit} kept={kept} wrongs={wrongs} hasChanged={hasChanged} />
            <div class="acts">
              <button>{kept === null ? text.addProductDo : text.editProductDo}</button>
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

const pointers = ['/code', '/name', '/capabilities', '/export_formats', '/algorithm']

interface Parts {
  readonly visit: StaffVisit
  readonly kept: Product | null
  readonly wrongs: Wrongs
}

function ProductFields({
  visit,
  kept,
  wrongs,
  hasChanged,
}: Parts & { readonly hasChanged: boolean }) {
  const { words, form } = visit
  const text = words.catalog
  const revision = hasChanged ? undefined : form['revision']
  return (
    <>
      {kept !== null && (
        <input type="hidden" name="revision" value={revision ?? String(kept.revision)} />
      )}
      <Field
        name="name"
        label={words.people.name}
        hint={text.productNameHint}
        value={form['name'] ?? kept?.name}
        wrong={wrongs.at('/name')}
      />
      {kept === null && (
        <Field
          name="code"
          label={text.code}
          hint={text.productCodeHint}
          value={form['code']}
          wrong={wrongs.at('/code')}
        />
      )}
      <Field
        name="capabilities"
        label={words.license.capabilities}
        hint={kept === null ? text.capabilitiesHint : text.capabilitiesGrow}
        value={form['capabilities'] ?? kept?.capabilities.join('\n')}
        wrong={wrongs.at('/capabilities')}
        lines
      />
      <FormatFields visit={visit} kept={kept} wrongs={wrongs} />
      {kept === null && <AlgorithmField visit={visit} wrongs={wrongs} />}
    </>
  )
}

/** The standard formats; what is exported already stays. */
function FormatFields({ visit: { words, form, sends }, kept, wrongs }: Parts) {
  const text = words.catalog
  const wrong = wrongs.at('/export_formats')
  const usual = kept?.exportFormats ?? ['csv', 'jsonl']
  return (
    <fieldset>
      <legend>{text.formats}</legend>
      <span class="hint">{kept === null ? text.formatsHint : text.formatsGrow}</span>
      <div class="ticks">
        {exportFormat.options.map((each) => (
          <Tick
            name={`format_${each}`}
            label={text.formatNames[each]}
            checked={sends ? form[`format_${each}`] !== undefined : usual.includes(each)}
          />
        ))}
      </div>
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </fieldset>
  )
}

function AlgorithmField({ visit: { words, form }, wrongs }: Pick<Parts, 'visit' | 'wrongs'>) {
  return (
    <Choices
      name="algorithm"
      legend={words.signingKeys.algorithm}
      hint={words.catalog.algorithmHint}
      options={algorithms.map((each) => [each, each])}
      chosen={form['algorithm'] ?? 'Ed25519'}
      wrong={wrongs.at('/algorithm')}
    />
  )
}
