/**
 * The filter of an exported page, and the places of its notes: beside their lines where the margin is free, else below
 * the notes before them, at most `DRIFT` below; only then is the text moved apart. It runs from the file itself, allowed
 * by its hash. Without it everything is shown, each paragraph as high as its notes.
 */
export const PAGE_SCRIPT = `
const form = document.getElementById('filter')
const said = document.getElementById('shown')
const notes = [...document.querySelectorAll('.note')]
const marks = [...document.querySelectorAll('[data-of]')]
const rows = [...document.querySelectorAll('.row')]
const lists = rows.map((row) => row.querySelector('.notes'))
const wide = matchMedia('(min-width: 761px)')
const DRIFT = 240
function place() {
  rows.forEach((row, at) => {
    row.style.margin = ''
    if (lists[at]) lists[at].style.top = ''
  })
  document.body.classList.toggle('flow', wide.matches)
  if (!wide.matches || rows.length === 0) return
  const tops = rows.map((row) => row.offsetTop)
  const heights = lists.map((list) => (list ? list.offsetHeight : 0))
  const end = tops.at(-1) + rows.at(-1).offsetHeight
  let moved = 0
  let free = 0
  const places = tops.map((top, at) => {
    if (!heights[at]) return [0, 0]
    const apart = Math.max(0, free - (top + moved) - DRIFT)
    moved += apart
    const start = Math.max(free, top + moved)
    free = start + heights[at]
    return [apart, start - top - moved]
  })
  places.forEach(([apart, down], at) => {
    if (apart) rows[at].style.marginTop = apart + 'px'
    if (down) lists[at].style.top = down + 'px'
  })
  rows.at(-1).style.marginBottom = Math.max(0, free - end - moved) + 'px'
}
function apply() {
  const wanted = [...new FormData(form)].filter(([, value]) => value)
  const shown = new Set()
  for (const note of notes) {
    note.hidden = !wanted.every(([name, value]) => note.dataset[name] === value)
    if (!note.hidden) shown.add(note.dataset.id)
  }
  for (const mark of marks) mark.classList.toggle('off', !mark.dataset.of.split(' ').some((id) => shown.has(id)))
  said.textContent = shown.size + ' of ' + notes.length + ' shown'
  place()
}
form.hidden = false
form.addEventListener('change', apply)
form.addEventListener('reset', () => setTimeout(apply))
addEventListener('resize', place)
place()
`
