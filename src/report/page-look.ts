/** The look of pages, and the few lines that run in them. */
import { PLOT_STYLE, TABLE_STYLE } from './page-parts-look.ts'
import { colour } from './theme.ts'

export const STYLE = `
:root { color: ${colour.ink}; background: #fff; font: 16px/1.5 "DejaVu Sans", Verdana, Arial, sans-serif; }
body { margin: 0 auto; max-width: 66rem; padding: 1rem; }
main { display: none; }
html[data-shown="en"] main[lang="en"], html[data-shown="id"] main[lang="id"] { display: block; }
nav.languages { display: flex; gap: .5rem; justify-content: flex-end; }
button { font: inherit; font-size: .85rem; color: ${colour.ink}; background: #fff; border: 1px solid ${colour.faint}; border-radius: .3rem; padding: .2rem .7rem; cursor: pointer; }
html[data-shown="en"] [data-language="en"], html[data-shown="id"] [data-language="id"] { background: ${colour.up}; border-color: ${colour.up}; color: #fff; }
a { color: ${colour.up}; }
nav.contents { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; border-top: 1px solid ${colour.grid}; margin-top: 1.5rem; padding-top: .7rem; font-size: .85rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: .2rem 0 .3rem; }
h2 { font-size: 1.3rem; line-height: 1.3; border-top: 1px solid ${colour.grid}; margin: 2rem 0 .8rem; padding-top: .9rem; }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
header + section h2 { margin-top: .8rem; }
p { margin: .5rem 0; }
p, li, h1, h2, h3, summary, td, th, caption { overflow-wrap: break-word; }
.question { font-size: 1.15rem; margin: .2rem 0; }
#en-answer p.window, #id-answer p.window { color: ${colour.faint}; margin: 0 0 .3rem; }
.first { display: grid; grid-template-columns: minmax(16rem, 5fr) minmax(0, 7fr); gap: 1.5rem; align-items: start; }
.sentences p { font-size: 1.05rem; margin: 0 0 .7rem; }
.note { color: ${colour.faint}; font-size: .85rem; }
.footnotes { font-size: .85rem; padding-left: 1.1rem; }
summary { cursor: pointer; padding: .35rem 0; color: ${colour.up}; }
details { border-bottom: 1px solid ${colour.grid}; }
details[open] { padding-bottom: .8rem; }
.provision h3 { margin-top: 1.2rem; }
.cards, .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1.2rem 1.6rem; }
.cards article { min-width: 0; }
.cards h3 { margin: 0; }
.cards p { font-size: .9rem; }
figure { margin: 1.5rem 0; overflow-x: auto; }
figure svg { max-width: 100%; height: auto; }
footer { color: ${colour.faint}; margin: 3rem 0 1rem; }
${PLOT_STYLE}${TABLE_STYLE}@media (max-width: 60rem) { .first { display: block; } }
@media (max-width: 40rem) { body { padding: .6rem .8rem; } h1 { font-size: 1.4rem; } figure:not(.plot) svg { min-width: 38rem; }
  figure:not(.plot)::before { display: block; position: sticky; left: 0; width: max-content; color: ${colour.faint}; font-size: .8rem; }
  main[lang="en"] figure:not(.plot)::before { content: "Wide chart: slide it sideways \\2192"; }
  main[lang="id"] figure:not(.plot)::before { content: "Grafik lebar: geser ke samping \\2192"; } }
@page { size: A4; margin: 16mm 14mm; }
@media print { :root { font-size: 10.5px; } body { max-width: none; padding: 0; } nav.languages, nav.contents { display: none; } summary { list-style: none; color: inherit; font-weight: bold; break-after: avoid; } summary::-webkit-details-marker { display: none; } a { color: inherit; text-decoration: none; }
  h2, h3, caption { break-after: avoid; } figure, tr, article, li { break-inside: avoid; }
  details { border: 0; } details::details-content { content-visibility: visible; block-size: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`

/** The language, what an address within the page points into, and folded parts on paper. */
export const SCRIPT = `
const html = document.documentElement
function show(language) {
  html.dataset.shown = language
  html.lang = language
  const head = document.querySelector('main[lang="' + language + '"] h1')
  if (head) document.title = head.textContent + ' · Pasar'
  if (typeof draw === 'function') draw()
}
for (const button of document.querySelectorAll('[data-language]'))
  button.addEventListener('click', () => show(button.dataset.language))
function unfold() {
  const target = location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  const main = target.closest('main')
  if (main) show(main.lang)
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true
  target.scrollIntoView()
}
window.addEventListener('hashchange', unfold)
if (location.hash !== '') unfold()
let opened = []
window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')]
  for (const one of opened) one.open = true
})
window.addEventListener('afterprint', () => {
  for (const one of opened) one.open = false
})
`

/** Draws the charts of the language that is shown by their specs. */
export const DRAWING = `
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
draw()
`
