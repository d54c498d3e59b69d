/** The words of RTF that stand for signs, and the groups that hold no text. */

export const signs: Record<string, string> = {
  tab: ' ',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
}

/** What is said of these is how many there are. */
export const counted: Record<string, 'note' | 'comment' | 'equation' | 'contents'> = {
  footnote: 'note',
  annotation: 'comment',
  moMath: 'equation',
  mmath: 'equation',
}

export const margins = /^(header|footer)[lrf]?$/

/** Groups that hold what a text is made by, and none of it. */
export const silent =
  /^(fonttbl|colortbl|stylesheet|listtable|listoverridetable|info|generator|pgptbl|rsidtbl|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|mmathPr|filetbl|revtbl|atn\w+|atrf\w+|pn|bkmkstart|bkmkend|tc|xe|formfield|nonshppict|shprslt|nonesttables|fldinst|listname|sp|picprop|objdata|objclass|falt|panose)$/

/** Groups that are optional, and hold text all the same. */
export const read = /^(shppict|ud|shpinst|dptxbxtext|shptxt|do|fldrslt|result)$/

/** Words that end a line or a paragraph. */
export const breaks: Record<string, string> = { line: '<br>', lbr: '<br>', page: '<br><br>', column: '<br><br>' }
