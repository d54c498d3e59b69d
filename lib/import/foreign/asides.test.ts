import { describe } from 'vitest'
import { holds } from './testing.ts'

describe('what stands beside a text stays out, and what it stands beside comes', () => {
  holds([
    [
      'words that somebody has commented on in Word',
      '<p><a style="mso-comment-reference:KI_1;mso-comment-date:20260101T1000">Vattnet</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[KI1]</a></span> växer.</p>',
      ['Vattnet växer.'],
      { comment: 1 },
    ],
    [
      'the comments of Google Docs',
      '<p>Vattnet<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> växer.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Stämmer det?</span></p><p>Fråga Kim.</p></div>',
      ['Vattnet växer.'],
      { note: 1, comment: 1 },
    ],
    [
      'its notes, and the line above them',
      '<p>Vattnet<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> växer.</p><hr class="c1"><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Enligt Kim.</p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a> Enligt Bo.</p></div>',
      ['Vattnet växer.'],
      { note: 3 },
    ],
    [
      'but not a paragraph that only links',
      '<p><a href="#fnord">Kapitel 1</a> börjar.</p><hr><p>Se <a href="#ftnt_ref1">not 1</a>.</p>',
      ['Kapitel 1 börjar.', '[horizontalRule]', 'Se .'],
      { note: 1 },
    ],
    [
      'a table of contents',
      '<p class=MsoTocHeading>Innehåll</p><p class=MsoToc1><a href="#_Toc1">Bakgrund<span>.... </span>3</a></p><p>Text.</p>',
      ['Text.'],
      { contents: 1 },
    ],
    [
      'formulas',
      '<p>Det är <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> liter.</p>',
      ['Det är liter.'],
      { equation: 1 },
    ],
    ['letters that stand for things', '<p>Karta\ufffc</p>', ['Karta']],
    [
      'words that Word Online has struck',
      '<p>400 <span class="TextRun Strikethrough SCXW1">500</span></p>',
      ['400'],
      { struck: 1 },
    ],
  ])
})

describe('points that are ticked off keep their words', () => {
  holds([
    [
      'in Notion',
      '<style>.to-do-children-checked {text-decoration:line-through}</style><ul class="to-do-list"><li><div class="checkbox checkbox-on"></div><span class="to-do-children-checked">Mät</span></li></ul><ul class="to-do-list"><li><div class="checkbox checkbox-off"></div><span class="to-do-children-unchecked">Rena</span></li></ul>',
      ['* ☒ Mät', '* ☐ Rena'],
    ],
    [
      'in a form',
      '<ul><li><input type="checkbox" checked><del>Mät</del></li><li><s>Rena</s></li></ul>',
      ['* ☒ Mät'],
      { struck: 1 },
    ],
    [
      'and only they',
      '<p><input type="checkbox" checked><s>Mät</s></p><p>400 <s>500</s></p>',
      ['☒ Mät', '400'],
      { struck: 1 },
    ],
  ])
})

describe('lists', () => {
  holds([
    [
      'with words beside their points',
      '<ul>Tre bruk: <b>alla</b><li>Ett mejeri</li>och<li>Två bryggerier</li>i länet</ul>',
      ['Tre bruk: **alla**', '* Ett mejeri', 'och', '* Två bryggerier', 'i länet'],
    ],
    ['whose points stand in something else', '<ul><span><li>Ett</li></span><div>Två</div></ul>', ['* Ett', '* Två']],
    ['that count down', '<ol reversed><li>Tre</li><li>Två</li><li>Ett</li></ol>', ['3. Tre', '2. Två', '1. Ett']],
  ])
})

describe('spaces', () => {
  holds([
    ['in a run are one', '<p>Namn:&nbsp;&nbsp;&nbsp; Kim, 27&nbsp;m</p>', ['Namn:\u00a0Kim, 27\u00a0m']],
    ['in a run over elements too', '<p>Namn:<span>&nbsp;</span><b>&nbsp; Kim</b></p>', ['Namn:\u00a0**Kim**']],
  ])
})

describe('words that a style moves', () => {
  holds([
    [
      'up or down',
      '<p>m<span style="vertical-align: 4.0px">2</span> CO<span style="vertical-align:-0.3em">2</span></p>',
      ['m^2^ CO~2~'],
    ],
    [
      'but not where it adjusts them',
      '<p>m<span style="vertical-align:-1px">2</span><span style="vertical-align:middle">3</span></p>',
      ['m23'],
    ],
  ])
})
