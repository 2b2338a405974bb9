/** What is wrong in the flows of money and the measures of a policy: what they take is one amount a firm, of its own, in rupiah. */
import type { Column } from '../../engine/index.ts'
import { type Flaw, flaw, partOf, quoted } from './faulty.ts'
import { foreign, nameOf, type WholeParts } from './foreign.ts'
import { isWidth } from './whole-additions.ts'

export const flawsOfMoney = (added: WholeParts): Flaw[] => [
  ...added.flows.flatMap((one) => flawsOfFlow(one, added)),
  ...added.measures.flatMap((one) => flawsOfTotal(one, added)),
]

const columnIn = (of: unknown, part: string): Column | undefined => {
  const found = partOf(of, part)
  return typeof partOf(found, 'storage') === 'string' ? (found as Column) : undefined
}

function flawsOfFlow(one: unknown, { own }: WholeParts): Flaw[] {
  const name = quoted(partOf(one, 'name'))
  const where = `adds.flows.${name}`
  const isWritten = (part: string) => typeof one === 'object' && one !== null && part in one
  const [paid, received] = ['paid', 'received'].map((part) => columnIn(one, part))
  const [does, berbuat] = [`its flow ${name} takes`, `arusnya ${name} mengambil`]
  return [
    ...(isWritten('paid') || isWritten('received')
      ? []
      : [
          flaw(
            `${where}.paid`,
            `its flow ${name} has neither paid nor received: name the column of sellers that is paid or received, as in paid: own.levy`,
            `arusnya ${name} tidak punya paid maupun received: sebut kolom sellers yang dibayar atau diterima, misalnya paid: own.levy`,
          ),
        ]),
    ...(paid !== undefined && paid === received
      ? [
          flaw(
            `${where}.received`,
            `its flow ${name} pays and receives ${nameOf(paid)}, so that nothing moves: leave one of them out`,
            `arusnya ${name} membayar dan menerima ${nameOf(paid)} sehingga tidak ada yang berpindah: hapus salah satunya`,
          ),
        ]
      : []),
    ...foreign(own, [paid, received], where, does, berbuat),
    ...[...new Set([paid, received])].flatMap((column) =>
      column === undefined
        ? []
        : [
            ...notOfFirms(column, where, `its flow ${name} takes`, `arusnya ${name} mengambil`),
            ...notInRupiah(column, where, name),
          ],
    ),
  ]
}

/** Cash and totals read one value for each firm. */
function notOfFirms(column: Column, where: string, does: string, berbuat: string): Flaw[] {
  const { population, per } = column
  return [
    ...(population === 'sellers'
      ? []
      : [
          flaw(
            `${where}.sellers`,
            `${does} a column that is not one of sellers: ${nameOf(column)}; add one by on(sellers, ...)`,
            `${berbuat} kolom yang bukan kolom sellers: ${nameOf(column)}; tambahkan dengan on(sellers, ...)`,
          ),
        ]),
    ...(per === undefined || per === 1 || !isWidth(per)
      ? []
      : [
          flaw(
            `${where}.${column.name}`,
            `${does} ${nameOf(column)}, which has several values a firm (${per}): write their sum to a column that has one`,
            `${berbuat} ${nameOf(column)}, yang punya beberapa nilai per perusahaan (${per}): tulis jumlahnya ke kolom bernilai satu`,
          ),
        ]),
  ]
}

const notInRupiah = (column: Column, where: string, name: string): Flaw[] =>
  // One without a unit is told of by itself.
  ['kRp', ''].includes(column.unit) && column.holds === undefined
    ? []
    : [
        flaw(
          `${where}.${column.name}.unit`,
          `its flow ${name} takes ${nameOf(column)}, which is in ${unitOf(column)}: money of a firm is in kRp, as in f64('Levy paid', 'kRp')`,
          `arusnya ${name} mengambil ${nameOf(column)}, yang bersatuan ${unitOf(column)}: uang perusahaan bersatuan kRp, misalnya f64('Levy paid', 'kRp')`,
        ),
      ]

const unitOf = ({ unit, holds }: Column): string =>
  holds === undefined ? quoted(unit) : `${holds.is}`

const ADDED_UP = ['flag', undefined]

function flawsOfTotal(one: unknown, { own }: WholeParts): Flaw[] {
  const of = columnIn(one, 'of')
  if (of === undefined) return []
  const name = quoted(partOf(one, 'name'))
  const where = `adds.measures.${name}.of`
  const isMoney = /Rp/.test(String(partOf(one, 'unit')))
  return [
    ...(own.has(of)
      ? []
      : [
          flaw(
            where,
            `its measure ${name} adds up ${nameOf(of)}, which every world has, and would be zero in those without the policy: a measure of it belongs into the model`,
            `ukurannya ${name} menjumlahkan ${nameOf(of)}, yang ada di setiap dunia dan akan nol tanpa kebijakan ini: ukuran seperti itu tempatnya di model`,
          ),
        ]),
    ...notOfFirms(of, where, `its measure ${name} adds up`, `ukurannya ${name} menjumlahkan`),
    ...(ADDED_UP.includes(of.holds?.is) && !(of.holds !== undefined && isMoney)
      ? []
      : [
          flaw(
            `${where}.unit`,
            `its measure ${name} adds up ${nameOf(of)}, which is no amount (${unitOf(of)}): it cannot be in ${quoted(partOf(one, 'unit'))}`,
            `ukurannya ${name} menjumlahkan ${nameOf(of)}, yang bukan jumlah (${unitOf(of)}): satuannya tidak mungkin ${quoted(partOf(one, 'unit'))}`,
          ),
        ]),
  ]
}
