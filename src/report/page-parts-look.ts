/** The look of pictures and tables of the report page. */
import { colour } from './theme.ts'

export const PLOT_STYLE = `
svg.shapes { position: absolute; }
svg.shapes path { vector-effect: non-scaling-stroke; }
figure.plot { margin: 0 0 .5rem; overflow: visible; }
.plot figcaption { font-size: .9rem; line-height: 1.35; margin-bottom: .4rem; }
.plot .reading { display: block; color: ${colour.faint}; font-size: .8rem; }
.plot .area { position: relative; margin: calc(var(--rows) * 1.25rem + .2rem) .4rem 2.4rem 3.4rem; }
.plot svg { display: block; width: 100%; max-width: none; height: 17rem; }
.plot.small svg { height: 7.5rem; }
.plot.small .area { margin-bottom: 2.2rem; }
.plot use, .plot svg path { fill: none; vector-effect: non-scaling-stroke; }
.plot .grid { stroke: ${colour.grid}; }
.plot .zero { stroke: ${colour.ink}; }
.plot path.event { stroke: ${colour.rule}; stroke-dasharray: 3 2; }
.plot .window { fill: #f1efe6; }
.plot .band { fill: ${colour.up}; fill-opacity: .2; stroke: none; }
.plot .mean { stroke: ${colour.up}; stroke-width: 2.2; }
.plot .single { stroke: ${colour.up}; stroke-opacity: .45; stroke-width: .8; }
.plot .solved { stroke: ${colour.down}; stroke-width: 1.8; stroke-dasharray: 6 4; }
.plot span.y { position: absolute; right: calc(100% + .4rem); transform: translateY(-50%); font-size: .75rem; white-space: nowrap; }
.plot span.x { position: absolute; top: calc(100% + .2rem); transform: translateX(-50%); font-size: .75rem; line-height: 1.15; text-align: center; }
.plot span.x.first { left: 0; transform: none; } .plot span.x.last { right: 0; transform: none; }
.plot span.event { position: absolute; bottom: calc(100% + var(--row) * 1.25rem); font-size: .75rem; line-height: 1.25rem; white-space: nowrap; max-width: 92%; overflow: hidden; text-overflow: ellipsis; border-left: 1px dashed ${colour.rule}; padding-left: .25rem; background: #fff; }
.plot span.event.late { border-left: 0; border-right: 1px dashed ${colour.rule}; padding: 0 .25rem 0 0; }
@media (max-width: 40rem) { .plot.large svg { height: 13rem; } .plot span.x.odd { display: none; } .plot .area { margin-left: 3rem; } }
`

const SOURCES = ['#444444', colour.up, '#56B4E9', colour.down]

export const TABLE_STYLE = `
.wide { overflow-x: auto; margin: 1.2rem 0; }
table { border-collapse: collapse; font-size: .85rem; width: 100%; }
table.stacked { margin: .8rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: .4rem; max-width: calc(100vw - 2rem); }
th, td { border-bottom: 1px solid ${colour.grid}; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; }
th[scope="row"] { font-weight: normal; }
thead th { border-bottom: 2px solid ${colour.faint}; vertical-align: bottom; }
tr.few, tr.unclear { color: #6b7280; }
tr.few th, tr.unclear th { font-weight: normal; }
td small { color: ${colour.faint}; white-space: nowrap; display: inline-block; }
td.number:not(:has(small)) { white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
th.number { text-align: right; }
table.numbers td.number { white-space: nowrap; }
table.numbers th[scope="row"], table.numbers thead th:first-child { position: sticky; left: 0; min-width: 8rem; background: #fff; }
table.numbers thead th:not(:first-child) { text-align: right; }
td.picture { min-width: 9rem; width: 22%; }
.bar { display: block; position: relative; height: 1.1rem; }
.bar + .bar { height: .55rem; }
.bar i { position: absolute; top: 15%; height: 70%; }
.bar i.up { background: ${colour.up}; } .bar i.down { background: ${colour.down}; } .bar i.unclear { background: ${colour.unclear}; } .bar i.outside { background: #b8a99a; }
.bar i.line { top: calc(50% - .5px); height: 1px; background: ${colour.ink}; }
.bar i.zero { top: 0; height: 100%; width: 1px; background: ${colour.faint}; }
.bar:has(i.span) { height: .6rem; }
.bar i.span { top: 30%; height: 40%; min-width: 2px; }
${SOURCES.map((one, nth) => `.bar i.source${nth}, th.source${nth}::before { background: ${one}; }`).join(' ')}
th[class*="source"]::before { content: ""; display: inline-block; width: .8rem; height: .35rem; margin-right: .3rem; vertical-align: middle; }
@media (max-width: 40rem) {
  table.stacked, table.stacked tbody, table.stacked caption { display: block; }
  table.stacked thead { display: none; }
  table.stacked tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .1rem .8rem; border-bottom: 1px solid ${colour.grid}; padding: .5rem 0; }
  table.stacked th, table.stacked td { display: block; border: 0; padding: 0; min-width: 0; width: auto; }
  table.stacked th[scope="row"], table.stacked td.picture { grid-column: 1 / -1; }
  table.stacked th[scope="row"] { font-weight: bold; }
  table.stacked td, table.stacked td.number { text-align: left; white-space: normal; }
  table.stacked td:not(.picture)::before { content: attr(data-head); display: block; color: ${colour.faint}; font-size: .72rem; line-height: 1.2; }
${SOURCES.map((one, nth) => `  table.stacked td.source${nth} { border-left: 4px solid ${one}; padding-left: .4rem; }`).join('\n')}
  table.stacked td:empty { display: none; }
  table.stacked td.minor { display: none; }
  td small { white-space: normal; }
  .wide table { font-size: .8rem; }
}
@media print { td.picture { min-width: 6rem; } td small { white-space: normal; } .wide { overflow: visible; } table.numbers td.number { white-space: normal; } }
`
