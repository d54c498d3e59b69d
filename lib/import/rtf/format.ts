/** Follows how the words of an RTF file look and what their paragraph is, which holds until the end of its group. */
import type { Script } from '../../document/script-letters.ts'

export interface Format {
  bold: boolean
  italic: boolean
  struck: boolean
  hidden: boolean
  deleted: boolean
  script: Script | undefined
  font: number | undefined
  /** How many letters stand in for a sign that older programs do not know. */
  standIns: number
  style: number | undefined
  outline: number | undefined
  level: number
  /** The indent of the paragraph, in twentieths of a point. */
  left: number | undefined
  isCell: boolean
}

const plainWords = {
  bold: false,
  italic: false,
  struck: false,
  hidden: false,
  deleted: false,
  script: undefined,
  font: undefined,
}
const plainParagraph = { style: undefined, outline: undefined, level: 0, left: undefined, isCell: false }

export const plainFormat: Format = { ...plainWords, ...plainParagraph, standIns: 1 }

/** Returns the format after a word; undefined for a word that is about something else. */
export function formatAfter(format: Format, name: string, value: number | undefined): Format | undefined {
  const isOn = value !== 0
  switch (name) {
    case 'b':
      return { ...format, bold: isOn }
    case 'i':
      return { ...format, italic: isOn }
    case 'strike':
    case 'striked':
      return { ...format, struck: isOn }
    case 'v':
      return { ...format, hidden: isOn }
    case 'deleted':
    // What has been moved stands once more in its new place.
    case 'mvf':
      return { ...format, deleted: isOn }
    case 'super':
      return { ...format, script: isOn ? 'superscript' : undefined }
    case 'sub':
      return { ...format, script: isOn ? 'subscript' : undefined }
    case 'up':
      return { ...format, script: isOn ? 'superscript' : undefined }
    case 'dn':
      return { ...format, script: isOn ? 'subscript' : undefined }
    case 'nosupersub':
      return { ...format, script: undefined }
    case 'f':
      return { ...format, font: value }
    case 'plain':
      return { ...format, ...plainWords }
    case 'uc':
      return { ...format, standIns: value ?? 1 }
    case 'pard':
      return { ...format, ...plainParagraph }
    case 's':
      return { ...format, style: value }
    case 'outlinelevel':
      return { ...format, outline: value }
    case 'ilvl':
      return { ...format, level: value ?? 0 }
    case 'li':
    case 'lin':
      return { ...format, left: value }
    case 'intbl':
      return { ...format, isCell: true }
    default:
      return undefined
  }
}
