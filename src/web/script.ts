/** The few keys that save a way with the mouse; everything works without. `/` finds, others follow the link that names them. */
export const script = `
let lead = ''
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const at = event.target
  if (at instanceof HTMLElement && at.closest('input, select, textarea')) {
    if (event.key === 'Escape') at.blur()
    return
  }
  const keys = lead + event.key
  lead = event.key === 'g' ? 'g ' : ''
  const found = document.querySelector('[data-keys="' + CSS.escape(keys) + '"]')
  if (found === null) return
  event.preventDefault()
  if (found.matches('input')) found.select()
  else found.click()
})
for (const menu of document.querySelectorAll('details.me, details.more'))
  addEventListener('click', (event) => {
    if (!menu.contains(event.target)) menu.open = false
  })
document.querySelector('[data-print]')?.addEventListener('click', () => print())
document.querySelector('[data-copy]')?.addEventListener('click', ({ currentTarget }) => {
  navigator.clipboard?.writeText(currentTarget.dataset.copy)
})
`
