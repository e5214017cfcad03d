/** The look of an exported page: the app's paper, ink and one blue, in whatever serif the reader's machine has. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1d1c1a; --ink-2: #5d5a54; --rule: #e2ded5; --pencil: #2a5bd7; --pencil-wash: #e6edfc;
  --flag: #b3261e; --ok: #1b7346; --warn: #8a5100; --dim: #6a655d;
  --yellow: #fff0b3; --green: #d6f0dc; --blue: #dce9ff; --pink: #ffdfe8;
  --serif: "Source Serif 4", Georgia, "Liberation Serif", serif;
  --sans: Inter, system-ui, "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1c1e; --ink: #e9e6e0; --ink-2: #b3afa7; --rule: #3a3c41; --pencil: #8fb0ff; --pencil-wash: #1f2a44;
    --flag: #ff9d94; --ok: #79d3a2; --warn: #f0b45c; --dim: #a39f97;
    --yellow: #4a3f12; --green: #1d3d28; --blue: #20345c; --pink: #4d2433;
  }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0; background: var(--paper); color: var(--ink); font: 18px/1.62 var(--serif) }
a { color: var(--pencil); text-underline-offset: 3px }
:focus-visible { outline: 2px solid var(--pencil); outline-offset: 2px; border-radius: 2px }
header, main, footer { max-width: 1040px; margin: 0 auto; padding: 0 24px }
header { padding-top: 40px }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 8px; text-wrap: balance }
h2 { font-size: 21px; line-height: 1.3; margin: 28px 0 8px }
h3, h4, h5, h6 { font-size: 18px; line-height: 1.4; margin: 20px 0 6px }
.row h1, .row h2, .row h3, .row h4, .row h5, .row h6 { margin-bottom: 4px }
.facts, .filter, .notes, footer, .sources { font: 14px/1.45 var(--sans); color: var(--ink-2) }
.facts { margin: 0 0 6px }
.filter { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 10px 0; border-block: 1px solid var(--rule); margin: 16px 0 }
.filter select, .filter button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--ink-2); border-radius: 6px; padding: 3px 8px }
.row { display: grid; grid-template-columns: minmax(0, 68ch) minmax(220px, 1fr); gap: 0 36px; padding-left: 40px; position: relative }
.row::before { content: attr(data-n); position: absolute; left: 0; top: .55em; width: 28px; text-align: right; font: 12px var(--sans); color: var(--dim) }
.text > * { margin-block: 0 12px; overflow-wrap: anywhere; white-space: pre-wrap }
.text ul { padding-left: 22px } .text ul.bare { list-style: none; padding-left: 0 }
.text blockquote { margin-inline: 0; padding-left: 18px; border-left: 3px solid var(--rule) }
.text table { border-collapse: collapse; font-size: 16px }
.text th, .text td { border: 1px solid var(--rule); padding: 4px 10px; text-align: start; vertical-align: top }
.text th { font-weight: 600; border-bottom: 2px solid var(--ink-2) } .text td p, .text th p { margin: 0 }
.caption { font-size: 15px; color: var(--ink-2) }
.cut { border-left: 3px solid var(--flag); padding-left: 37px; color: var(--dim) }
.over { grid-column: 1 / -1; margin: 4px 0 2px; font: 600 12px var(--sans); color: var(--flag) }
.text { grid-column: 1 } .row .notes { grid-column: 2 }
mark { color: inherit; background: none; border-radius: 2px; text-underline-offset: 4px; text-decoration-skip-ink: none }
mark.yellow { background: var(--yellow) } mark.green { background: var(--green) }
mark.blue { background: var(--blue) } mark.pink { background: var(--pink) }
mark.comment { border-bottom: 1.5px dotted var(--pencil) }
mark.comment:not(.highlight) { background: var(--pencil-wash) }
mark.claim { text-decoration: underline solid var(--pencil) 2px }
mark.confirmed { text-decoration-color: var(--ok) }
mark.wrong, mark.disputed { text-decoration-color: var(--flag) }
mark.flag { text-decoration: underline wavy var(--flag) 1.5px }
mark.claim.flag { border-bottom: 2px solid var(--pencil) }
mark.off { background: none; text-decoration: none; border: 0 }
.ref { font: 600 11px var(--sans); vertical-align: super; text-decoration: none; padding: 0 2px }
.ref::after { content: attr(data-number) }
.ref.off { display: none }
.notes { list-style: none; margin: 0; padding: 4px 0 0 }
main .notes { font-size: 13px; line-height: 1.4; align-content: start }
.sources h2, section h2 { color: var(--ink) }
.note { border-left: 3px solid var(--pencil); padding: 2px 0 4px 10px; margin: 0 0 12px; overflow-wrap: anywhere }
.note.flag { border-left-style: double; border-left-color: var(--flag); border-left-width: 4px }
.note.highlight { border-left-style: dotted } .note.comment { border-left-style: dashed }
.note p { margin: 0 0 2px; white-space: pre-line }
.note > p:not(:first-child, .said, :has(q)) { display: inline }
.note > p:not(:first-child, .said, :has(q)) + p:not(.said)::before { content: " · " } .note b { color: var(--ink) } .note ul { margin: 2px 0; padding-left: 16px }
.note q { color: var(--ink) }
/* Notes that the page's script puts in their places. */
.flow .row .notes { position: absolute; inset: 0 0 auto; width: 100% }
.note:target { background: var(--pencil-wash) }
.thread { border-left: 1px solid var(--rule); padding-left: 8px }
footer { border-top: 1px solid var(--rule); margin-top: 32px; padding-top: 12px; padding-bottom: 40px }
@media (min-width: 1500px) {
  header, main, footer { max-width: 1400px }
  .row .notes { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 0 20px }
}
@media (max-width: 760px) { .row { grid-template-columns: minmax(0, 1fr) } .row .notes { grid-column: 1; margin-bottom: 12px } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --ink-2: #333; --dim: #444; --rule: #999; --pencil: #1d47b0; --pencil-wash: #e6edfc;
    --flag: #9c1c15; --ok: #135c36; --yellow: #fff0b3; --green: #d6f0dc; --blue: #dce9ff; --pink: #ffdfe8;
  }
  @page { margin: 16mm 15mm 18mm }
  body { font-size: 10.5pt } .filter { display: none !important } .note, tr, h1, h2, h3 { break-inside: avoid }
  h1, h2, h3, h4, .over { break-after: avoid } p { orphans: 2; widows: 2 }
  .row { grid-template-columns: minmax(0, 1fr) 60mm; gap: 0 6mm; padding-left: 9mm } .row::before { width: 6mm }
  .cut { padding-left: calc(9mm - 3px) }
  .row { margin: 0 !important }
  .row .notes { display: block; position: static !important; font-size: 8.5pt; grid-column: 2 } mark { print-color-adjust: exact }
  header, main, footer { max-width: none; padding-inline: 0 } header { padding-top: 0 }
}
`
