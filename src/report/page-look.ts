/** The look of the report page, and the few lines that run in it. */
import { colour } from './theme.ts'

export const STYLE = `
:root { color: ${colour.ink}; background: #fff; font: 16px/1.5 "DejaVu Sans", Verdana, Arial, sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; }
main { display: none; }
html[data-shown="en"] main[lang="en"], html[data-shown="id"] main[lang="id"] { display: block; }
nav { display: flex; gap: .5rem; justify-content: flex-end; }
button { font: inherit; color: ${colour.ink}; background: #fff; border: 1px solid ${colour.faint}; border-radius: .3rem; padding: .3rem .8rem; cursor: pointer; }
html[data-shown="en"] [data-language="en"], html[data-shown="id"] [data-language="id"] { background: ${colour.up}; border-color: ${colour.up}; color: #fff; }
h1 { line-height: 1.2; margin-bottom: .3rem; }
h2 { border-top: 1px solid ${colour.grid}; margin-top: 2.5rem; padding-top: 1rem; }
.question { font-size: 1.2rem; margin: .2rem 0; }
#en-answer p, #id-answer p { font-size: 1.1rem; margin: .5rem 0; }
#en-answer p.window, #id-answer p.window { color: ${colour.faint}; font-size: 1rem; }
figure { margin: 1.5rem 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
.wide { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; font-size: .85rem; width: 100%; }
caption { text-align: left; font-weight: bold; padding-bottom: .4rem; max-width: calc(100vw - 2rem); }
th, td { border-bottom: 1px solid ${colour.grid}; padding: .25rem .6rem .25rem 0; text-align: left; vertical-align: top; }
th[scope="row"] { font-weight: normal; }
thead th { border-bottom: 2px solid ${colour.faint}; vertical-align: bottom; }
tr.few { color: #6b7280; }
tr.few th { font-weight: normal; }
p.note { color: ${colour.faint}; font-size: .85rem; margin: -1rem 0 1.5rem; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
table.numbers th[scope="row"], table.numbers thead th:first-child { position: sticky; left: 0; min-width: 8rem; background: #fff; }
table.numbers thead th:not(:first-child) { text-align: right; }
#en-law td, #id-law td { overflow-wrap: anywhere; min-width: 6rem; }
footer { color: ${colour.faint}; margin: 3rem 0 1rem; }
@media (max-width: 40rem) { body { padding: .6rem; } h1 { font-size: 1.5rem; } figure svg { min-width: 38rem; }
  figure::before { display: block; position: sticky; left: 0; width: max-content; color: ${colour.faint}; font-size: .8rem; }
  main[lang="en"] figure::before { content: "Wide chart: slide it sideways \\2192"; }
  main[lang="id"] figure::before { content: "Grafik lebar: geser ke samping \\2192"; } }
@media print { nav { display: none; } h2 { break-after: avoid; } figure, tr { break-inside: avoid; } }
`

export const SCRIPT = `
const page = document.documentElement
function draw() {
  for (const figure of document.querySelectorAll('main[lang="' + page.dataset.shown + '"] figure')) {
    const spec = SPECS[figure.id]
    if (!spec || figure.dataset.drawn) continue
    figure.dataset.drawn = 'yes'
    const place = document.createElement('div')
    const still = [...figure.childNodes]
    figure.append(place)
    const view = new vega.View(vega.parse(spec), { renderer: 'svg', container: place, hover: true })
    view.runAsync().then(() => still.forEach((node) => node.remove()), () => place.remove())
  }
}
function show(language) {
  page.dataset.shown = language
  page.lang = language
  draw()
}
for (const button of document.querySelectorAll('[data-language]'))
  button.addEventListener('click', () => show(button.dataset.language))
draw()
`
