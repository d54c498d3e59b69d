import type { PictureSeed } from '../types.ts'

const detail = (
  sv: string,
  en: string,
  focus: [number, number] = [50, 50],
  credit = 'Illustration: Maja Lind / Andra vattnet',
): PictureSeed => ({
  alt: { sv, en },
  caption: { sv: '', en: '' },
  credit,
  licence: 'cc-by-4.0',
  focus,
})

/** The pictures that stand in the text. */
export const details: Record<string, PictureSeed> = {
  principle: {
    ...detail(
      'Skiss: i den inre kretsen passerar vattnet tre membran, märkta 1 till 3, med allt färre föroreningar. En yttre krets leder värmen till ett växthus.',
      'Sketch: in the inner loop the water passes three membranes, marked 1 to 3, with fewer and fewer impurities. An outer loop carries the heat to a greenhouse.',
      [40, 50],
      'Skiss: Kaisa Hietala, Lövsele tekniska högskola',
    ),
    caption: {
      sv: 'Så fungerar en dubbelkrets. Tre membransteg (1–3) i den inre kretsen, blå. Den yttre kretsen, gul, lämnar värmen vidare.',
      en: 'How a double loop works. Three membrane steps (1–3) in the inner loop, blue. The outer loop, yellow, passes the heat on.',
    },
  },
  chart: detail(
    'Stapeldiagram: sju staplar för åren 2019 till 2025. Den sista, i orange, är nästan tre gånger så hög som den första.',
    'Bar chart: seven bars for the years 2019 to 2025. The last, in orange, is almost three times as tall as the first.',
    [80, 50],
    'Diagram: Andra vattnet',
  ),
  'outlet-chart': detail(
    'Stapeldiagram: 74 procent saknar mätare på utloppet, 17 har några, 9 har på alla.',
    'Bar chart: 74 per cent have no meter on the outlet, 17 have some, 9 have one on every outlet.',
    [25, 50],
    'Diagram: Andra vattnet',
  ),
  granules: {
    ...detail(
      'Hundratals små ovala korn i gröna nyanser ligger tätt intill varandra på mörk botten.',
      'Hundreds of small oval grains in shades of green lie close together on a dark ground.',
    ),
    licence: 'editorial',
  },
  sheets: detail(
    'Nio tunna skikt i grått och blågrönt ligger snett ovanför varandra, med en orange cirkel överst.',
    'Nine thin layers in grey and blue-green lie at a slant above one another, with an orange circle at the top.',
    [55, 35],
  ),
  harbour: detail(
    'Tre röda industribyggnader vid en älv, med berg och en låg sol bakom.',
    'Three red industrial buildings by a river, with mountains and a low sun behind them.',
    [53, 58],
  ),
  'three-at-night': detail(
    'En väggklocka som visar tre, i ett mörkt rum.',
    'A clock on the wall of a dark room, showing three o’clock.',
  ),
  console: detail(
    'En termos och en rykande kopp kaffe på en manöverpulpet, under tre skärmar med kurvor.',
    'A flask and a steaming cup of coffee on a control desk, under three screens showing curves.',
    [75, 60],
  ),
  valve: detail('Ett rött ventilhjul på ett kraftigt blått rör.', 'A red valve wheel on a thick blue pipe.', [50, 35]),
  'test-tubes': detail(
    'Fem provrör i ett ställ. Vätskan är brun i det första och klar i det sista.',
    'Five test tubes in a rack. The liquid is brown in the first and clear in the last.',
  ),
  drum: detail(
    'Luckan till en tvättmaskin. Bakom glaset tumlar tyg i blått, gult och rött.',
    'The door of a washing machine. Behind the glass, cloth in blue, yellow and red is tumbling.',
    [50, 56],
  ),
  pool: detail(
    'En simbassäng sedd uppifrån. Två simmare möts på var sin bana.',
    'A swimming pool seen from above. Two swimmers pass each other in separate lanes.',
  ),
  'eighteen-gauges': detail(
    'Arton runda mätare i tre rader. På en av dem, gul, har visaren gått åt höger.',
    'Eighteen round gauges in three rows. On one of them, yellow, the needle has swung to the right.',
    [72, 50],
  ),
}
