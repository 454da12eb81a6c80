// Before anything is painted: the theme that was chosen, if one was. Without this script the system's is taken.
const root = document.documentElement
const chosen = localStorage.getItem('theme')
if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen

addEventListener('DOMContentLoaded', () => {
  const shown = () =>
    root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  for (const button of document.querySelectorAll('[data-theme-switch]')) {
    if (!(button instanceof HTMLElement)) continue
    const label = () => {
      button.textContent = shown() === 'dark' ? 'Helle Ansicht' : 'Dunkle Ansicht'
    }
    label()
    button.hidden = false
    button.addEventListener('click', () => {
      root.dataset.theme = shown() === 'dark' ? 'light' : 'dark'
      localStorage.setItem('theme', root.dataset.theme)
      label()
    })
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    if (!(button instanceof HTMLElement)) continue
    button.hidden = false
    button.addEventListener('click', () => print())
  }
})
