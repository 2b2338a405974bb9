/** The button that copies a link to a part of the page, as it is shown now. */
import { PartLink } from '../share/part-link.tsx'
import { language } from '../state/language.ts'
import { addressOf, shared } from '../state/links.ts'

interface Props {
  readonly part: string
  readonly title: string
}

export const LinkHere = ({ part, title }: Props) => (
  <PartLink
    language={language.value}
    shared={() => shared.value}
    address={addressOf()}
    {...{ part, title }}
  />
)
