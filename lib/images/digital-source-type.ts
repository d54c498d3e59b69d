/**
 * How a picture was made, in the codes of IPTC's vocabulary “Digital Source Type”, which XMP, C2PA and schema.org share.
 */

/** The codes, from a picture taken of what was there to one that a machine has made up. */
export const digitalSourceTypes = [
  'digitalCapture',
  'computationalCapture',
  'negativeFilm',
  'positiveFilm',
  'print',
  'humanEdits',
  'algorithmicallyEnhanced',
  'screenCapture',
  'virtualRecording',
  'compositeCapture',
  'composite',
  'compositeSynthetic',
  'digitalCreation',
  'dataDrivenMedia',
  'algorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'trainedAlgorithmicMedia',
] as const
export type DigitalSourceType = (typeof digitalSourceTypes)[number]

/** Codes that IPTC has retired, and what it says instead. */
const retired: Record<string, DigitalSourceType> = {
  minorHumanEdits: 'humanEdits',
  digitalArt: 'digitalCreation',
  softwareImage: 'digitalCreation',
  // Schema.org's name for it.
  multiFrameComputationalCapture: 'computationalCapture',
}

const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

const known = new Map(
  [...digitalSourceTypes.map((type) => [type, type] as const), ...Object.entries(retired)].map(
    ([code, type]): [string, DigitalSourceType] => [code.toLowerCase(), type],
  ),
)
/** The longest first: “composite” begins “compositeCapture”. */
const codes = [...known.keys()].sort((a, b) => b.length - a.length)

/**
 * Returns the type that a code, an address, a qcode or schema.org's name says; empty for anything else. An address may end
 * with a stroke.
 */
export function digitalSourceTypeOf(text: string): DigitalSourceType | '' {
  const name = /([^/:#]*)\/*$/.exec(text.trim())?.[1]?.toLowerCase() ?? ''
  return known.get(name) ?? known.get(name.replace(/digitalsource$/, '')) ?? ''
}

/**
 * Returns the types that are named by their addresses in some bytes. In CBOR the next item follows without a space, so
 * a name ends where the longest code does.
 */
export function digitalSourceTypesIn(text: string): DigitalSourceType[] {
  return [...text.matchAll(/digitalsourcetype\/(\w{5,64})/gi)].flatMap(([, name = '']) => {
    const code = codes.find((one) => name.toLowerCase().startsWith(one))
    return known.get(code ?? '') ?? []
  })
}

/** Returns which of several types says most: a photograph into which a machine has drawn is told as that. */
export const furthestMade = (types: DigitalSourceType[]): DigitalSourceType | '' =>
  digitalSourceTypes.findLast((type) => types.includes(type)) ?? ''

/** Returns the address of a type in the vocabulary; empty where nothing is said. */
export const digitalSourceUri = (type: string): string => type && vocabulary + type

/** Whether a picture simply shows what was before a camera. Readers expect that, and are told everything else. */
export const isPlainCapture = (type: string): boolean =>
  ['', 'digitalCapture', 'computationalCapture', 'negativeFilm', 'positiveFilm', 'print', 'humanEdits'].includes(type)

/** Whether generative AI has made a picture, or a part of it. */
export const isGenerated = (type: string): boolean =>
  type === 'trainedAlgorithmicMedia' || type === 'compositeWithTrainedAlgorithmicMedia'

/** Schema.org's names. Three of them are those that IPTC has retired. */
const inSchemaOrg = {
  digitalCapture: 'DigitalCapture',
  computationalCapture: 'MultiFrameComputationalCapture',
  negativeFilm: 'NegativeFilm',
  positiveFilm: 'PositiveFilm',
  print: 'Print',
  humanEdits: 'MinorHumanEdits',
  algorithmicallyEnhanced: 'AlgorithmicallyEnhanced',
  screenCapture: 'ScreenCapture',
  virtualRecording: 'VirtualRecording',
  compositeCapture: 'CompositeCapture',
  composite: 'Composite',
  compositeSynthetic: 'CompositeSynthetic',
  digitalCreation: 'DigitalArt',
  dataDrivenMedia: 'DataDrivenMedia',
  algorithmicMedia: 'AlgorithmicMedia',
  compositeWithTrainedAlgorithmicMedia: 'CompositeWithTrainedAlgorithmicMedia',
  trainedAlgorithmicMedia: 'TrainedAlgorithmicMedia',
} as const satisfies Record<DigitalSourceType, string>

/** Returns schema.org's address for a type, or undefined where nothing is said. */
export function schemaOrgSourceType(type: string) {
  const known = digitalSourceTypeOf(type)
  return known ? (`https://schema.org/${inSchemaOrg[known]}DigitalSource` as const) : undefined
}
