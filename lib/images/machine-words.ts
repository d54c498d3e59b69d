/** Recognises what cameras and programs write where people write: names of files, of themselves, and nothing at all. */
import { isFilename } from './camera-filename.ts'

const makers =
  'sony|olympus|konica|minolta|nikon|canon|pentax|ricoh|kodak|fuji(film)?|casio|panasonic|leica|samsung|hp|polaroid|vivitar|benq|aiptek|sanyo|epson|kyocera|toshiba|agfa(photo)?|rollei|medion|traveler|jenoptik|praktica|somikon|motorola|nokia|lg|huawei|xiaomi|apple|google|gopro|dji'
const programs =
  'gimp|(adobe )?(photoshop|lightroom|illustrator|firefly|express|bridge)|acdsee|imagemagick|graphicsmagick|paint(\\.net|shop)?|inkscape|krita|canva|figma|affinity|pixelmator|darktable|rawtherapee|capture one|snapseed|vsco|picasa|instagram|google photos|jpegmini|gd-jpeg|libjpeg|ffmpeg|lavc|irfanview|xnview|helicon|corel|matplotlib|dall-?e|midjourney|chatgpt|stable diffusion|microsoft|windows|macos|apple|ezgif|tinypng|rni films|prisma|picsart|polarr|fotor'

const machines = [
  // “OLYMPUS DIGITAL CAMERA”, “KONICA MINOLTA DIGITAL CAMERA”, “Digital StillCamera”, “SONY DSC”.
  new RegExp(`^((${makers})\\W+)*((digital\\W*)?(still\\W*)?camera|dsc|dcim|digital)$`, 'i'),
  /^[A-Z\d .-]+ DIGITAL CAMERA$/,
  new RegExp(`^(${makers})$`, 'i'),
  // “DCIM\\100GOPRO\\GOPR0012.JPG”, “DCIM/100MEDIA”.
  /^dcim(\W|\d|$)/i,
  /^(exif[_ ]?jpeg([_ ]picture)?|jpe?g([_ ]picture)?|applemark|lead technologies.*|intel\(r\) jpeg library.*|maker:.*|creator:.*|software:.*|file (written|source) by.*|binary comment|charset=.*|<?(untitled|unnamed|namnlös|namnlöst|default|unknown|okänd)>?[-_ ]?\d*|(no|ingen) (description|caption|beskrivning|bildtext)|description|caption|bildtext|comment|image|picture|photo|bild|foto|hdr(pl)?|cof|edf|mde|bty|sdr|rbt|fbt|dav|oznor\w*|burst\d*|screenshot|skärmavbild|skärmbild|ascii|null|none|n\/a|undefined|test)$/i,
  // “Created with GIMP”, “Edited in Snapseed”, “Skapad med Canva”, “Adobe Photoshop 25.0”.
  new RegExp(
    `^(this (image|picture|file) was )?(created|made|edited|processed|generated|rendered|compressed|optimi[sz]ed|exported|written|produced|converted|captured|retouched|taken|shot|skapad|skapat|gjord|redigerad|behandlad|exporterad) (with|by|using|in|on|via|from|med|av|i) (the |an? )?(${programs})\\b.{0,60}$`,
    'i',
  ),
  new RegExp(
    `^(${programs})( (cc|cs\\d?|classic|elements|express|version|v|for|mac|macintosh|windows|\\(.*\\)|[\\d.]+))*$`,
    'i',
  ),
  /^(created|edited|processed|generated|compressed|optimi[sz]ed|exported|captured) (with|using) \p{Lu}\S*( \S+){0,4}$/u,
  /^shot on .{1,40}$/i,
  /^[^\p{L}]*$/u,
]

/** What a file says of the machines behind it: maker, model, program. */
export type Machines = string[]

const nobody =
  /^(unknown|okänd|user|owner|photographer|fotograf|author|camera|picasa|default|none|null|n\/a|[^\p{L}]*)$/iu

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** Whether a text says nothing of the picture: a camera or a program has put its own name there, or the file's. */
export function isMachineText(text: string, by: Machines = []): boolean {
  const words = text.replace(/\s+/g, ' ').trim()
  if (isFilename(words) || machines.some((form) => form.test(words))) return true
  const names = by.map(plain).filter(Boolean)
  return [...names, names.slice(0, 2).join(' ')].includes(plain(words))
}

/** Whether a name is nobody's: what a camera had before its owner was written in, or its own. */
export const isNobody = (name: string, by: Machines = []): boolean =>
  nobody.test(name.trim()) || by.map(plain).includes(plain(name))
