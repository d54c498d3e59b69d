/** Tells elements of an OpenDocument text by what they hold. */
import type { XmlElement } from '../word/xml.ts'

export const contents =
  /^text:(table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index|bibliography)$/
export const shapes =
  /^(draw:(custom-shape|rect|line|circle|ellipse|polygon|polyline|path|connector|caption|measure|regular-polygon|control)|dr3d:scene)$/
/** Words in these are of no text: they name fields and describe drawings. */
export const wordless =
  /^(office:(forms|scripts|event-listeners)|text:(\w+-decls|script)|svg:(title|desc)|table:(title|desc)|math:math)$/

/** A section is hidden always, or where a condition holds: the file says whether it does. */
export const isHiddenSection = ({ attributes }: XmlElement): boolean =>
  attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true'
