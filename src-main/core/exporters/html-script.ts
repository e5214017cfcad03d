/** The filter of an exported page. It runs from the file itself, allowed by its hash; without it everything is shown. */
export const FILTER_SCRIPT = `
const form = document.getElementById('filter')
const said = document.getElementById('shown')
const notes = [...document.querySelectorAll('.note')]
const marks = [...document.querySelectorAll('[data-of]')]
function apply() {
  const wanted = [...new FormData(form)].filter(([, value]) => value)
  const shown = new Set()
  for (const note of notes) {
    note.hidden = !wanted.every(([name, value]) => note.dataset[name] === value)
    if (!note.hidden) shown.add(note.dataset.id)
  }
  for (const mark of marks) mark.classList.toggle('off', !mark.dataset.of.split(' ').some((id) => shown.has(id)))
  said.textContent = shown.size + ' of ' + notes.length + ' shown'
}
form.hidden = false
form.addEventListener('change', apply)
form.addEventListener('reset', () => setTimeout(apply))
`
