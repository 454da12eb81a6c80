// The download is an ordinary one, streamed to the disk; this only tells how far it is.
const form = document.querySelector('form[data-export]')
const progress = document.querySelector('[data-progress]')
const text = document.querySelector('[data-progress-text]')
const bar = progress?.querySelector('progress')

if (form instanceof HTMLFormElement && progress instanceof HTMLElement && text && bar) {
  const id = document.createElement('input')
  id.type = 'hidden'
  id.name = 'id'
  form.append(id)
  form.addEventListener('submit', (event) => {
    if (!form.querySelector('input[name=format]:checked')) {
      event.preventDefault()
      progress.hidden = false
      text.textContent = 'Bitte wählen Sie mindestens ein Format.'
      return
    }
    id.value = crypto.randomUUID()
    progress.hidden = false
    bar.value = 0
    text.textContent = 'Das Paket wird geschrieben.'
    void follow(id.value, bar, text)
  })
}

/**
 * @param {string} id
 * @param {HTMLProgressElement} bar
 * @param {Element} text
 */
async function follow(id, bar, text) {
  const whole = new Intl.NumberFormat('de-DE')
  const size = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 })
  for (let missed = 0; missed < 50;) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    const response = await fetch(`/export/progress/${id}`).catch(() => null)
    if (response === null || !response.ok) {
      missed += 1
      continue
    }
    const { state, rows, totalRows, bytes, table } = await response.json()
    bar.max = totalRows
    bar.value = rows
    const done = `${whole.format(rows)} von ${whole.format(totalRows)} Zeilen, ${size.format(bytes / 1e6)} MB`
    if (state === 'running') text.textContent = `${table || 'Das Paket wird geschrieben'}: ${done}`
    else {
      bar.value = state === 'done' ? totalRows : rows
      text.textContent =
        state === 'done'
          ? `Das Paket ist vollständig: ${done}.`
          : 'Der Export ist abgebrochen. Bitte laden Sie das Paket noch einmal herunter.'
      return
    }
  }
}
