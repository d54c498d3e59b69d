import type { PictureSeed } from '../types.ts'

/** A drawing of the programme's own, free to use. */
const scene = (
  sv: string,
  en: string,
  focus: [number, number] = [50, 50],
  credit = 'Illustration: Andra vattnet',
): PictureSeed => ({
  alt: { sv, en },
  caption: { sv: '', en: '' },
  credit,
  licence: 'cc-by-4.0',
  focus,
})

/** The pictures that open a release. */
export const scenes: Record<string, PictureSeed> = {
  hero: scene(
    'Illustration: breda blå band, som vatten, rinner in från en fabrik, går ett varv i en stor ring och fortsätter i varma färger till ett växthus.',
    'Illustration: broad blue bands, like water, flow in from a factory, make one lap of a large ring and go on in warm colours to a greenhouse.',
    [48, 52],
  ),
  day: scene(
    'Illustration: solen går ned bakom mörkblå berg och speglas i en älv.',
    'Illustration: the sun sets behind navy mountains and is mirrored in a river.',
  ),
  hours: scene(
    'Illustration: 24 blå staplar av olika höjd, en för varje timme. Två av dem är gula.',
    'Illustration: 24 blue bars of different heights, one for each hour. Two of them are yellow.',
  ),
  textile: scene(
    'Illustration: en tätt vävd väv i tre blå nyanser med inslag av gult.',
    'Illustration: a dense weave in three shades of blue with touches of yellow.',
  ),
  'water-hall': scene(
    'Illustration: en hall i genomskärning. Tre filter sitter på en blå slinga av rör, och därifrån går varma rör till en simhall bredvid.',
    'Illustration: a hall in section. Three filters sit on a blue loop of pipes, and warm pipes lead from it to a swimming pool next door.',
    [38, 58],
  ),
  'open-house': scene(
    'Illustration: tre besökare står i en hög valvport. Ljuset innanför är varmt, och porten är målad i ringar av blått.',
    'Illustration: three visitors stand in a tall archway. The light inside is warm, and the arch is painted in rings of blue.',
    [50, 58],
  ),
  'membrane-rolls': scene(
    'Illustration: sju hoprullade membran sedda från änden, som årsringar i blått. Ett av dem har en kärna i gult och rött.',
    'Illustration: seven rolled-up membranes seen from the end, like growth rings in blue. One has a core of yellow and red.',
    [33, 75],
  ),
  tanks: scene(
    'Illustration: nio tankar på rad med olika mycket vatten i. Den tommaste är gul.',
    'Illustration: nine tanks in a row, filled to different levels. The emptiest one is yellow.',
    [57, 62],
  ),
  rings: scene(
    'Illustration: sju ringar runt en vattendroppe. För varje ring går den ljusa delen längre, och den yttersta, gul, når nästan tre fjärdedels varv.',
    'Illustration: seven rings around a drop of water. The bright part grows longer with every ring; the outermost, yellow, goes almost three quarters of the way round.',
  ),
  'dry-river': scene(
    'Illustration: en smal blå rännil i en bred, uttorkad älvfåra. Vid horisonten står en fabrik under en stor röd sol.',
    'Illustration: a narrow blue trickle in a wide, dried-up riverbed. On the horizon stands a factory under a large red sun.',
    [52, 60],
  ),
  'three-of-four': scene(
    'Illustration: fyra fabriker på rad. Från tre av dem försvinner vattnet i streck ned i marken, från den fjärde går det till en mätare.',
    'Illustration: four factories in a row. From three of them the water trails off into the ground; from the fourth it runs to a meter.',
    [62, 62],
  ),
  'district-heating': scene(
    'Illustration: en stad på natten med tända fönster. Under gatan löper röda, gula och blå rör, och varje hus är kopplat till dem.',
    'Illustration: a town at night with lit windows. Red, yellow and blue pipes run under the street, and every house is connected to them.',
    [45, 60],
  ),
  'water-map': scene(
    'Illustration: en karta med åar och höjdkurvor. Runda märken visar var det finns gott om vatten, i blått, och var det håller på att ta slut, i gult och rött.',
    'Illustration: a map with rivers and contours. Round marks show where water is plentiful, in blue, and where it is running out, in yellow and red.',
    [38, 60],
  ),
  'twelve-drops': scene(
    'Illustration: tolv vattendroppar i ett rutnät, alla olika.',
    'Illustration: twelve drops of water in a grid, no two alike.',
  ),
  'panel-table': scene(
    'Illustration: ett mörkblått sammanträdesbord sett uppifrån, med tio tomma stolar, papper, glas och en karaff.',
    'Illustration: a navy meeting table seen from above, with ten empty chairs, papers, glasses and a carafe.',
  ),
  probe: scene(
    'Illustration: ett rör i genomskärning. En gammal mätare sitter ovanpå röret, en ny sticker in sin givare underifrån.',
    'Illustration: a pipe in section. An old gauge sits on top of the pipe; a new one pushes its probe in from below.',
    [66, 62],
  ),
  'eight-towns': scene(
    'Illustration: åtta små orter i var sin ring, alla förbundna med en vattendroppe i mitten.',
    'Illustration: eight small towns, each in a ring of its own, all connected to a drop of water in the middle.',
  ),
  'rain-laundry': scene(
    'Illustration: regn faller på en tvättstuga med tre maskiner. Ett stuprör leder till en tunna vid väggen.',
    'Illustration: rain falls on a laundry with three machines. A drainpipe leads to a butt by the wall.',
    [50, 65],
  ),
  bottles: {
    ...scene(
      'En rad glasflaskor på en sköljlinje, en av dem orange, under sju munstycken.',
      'A row of glass bottles on a rinsing line, one of them orange, under seven nozzles.',
      [66, 50],
      'Illustration: Maja Lind / Andra vattnet',
    ),
    licence: 'editorial',
  },
  cables: scene(
    'Rör i fyra färger ligger tätt intill varandra och böljar genom bilden.',
    'Pipes in four colours lie close together and wave across the picture.',
    [50, 45],
    'Illustration: Maja Lind / Andra vattnet',
  ),
  workshop: scene(
    'En fabrikshall med två maskiner, förbundna med ett rör, under en rad takfönster.',
    'A factory hall with two machines, connected by a pipe, under a row of roof windows.',
    [60, 58],
    'Illustration: Maja Lind / Andra vattnet',
  ),
  sunrise: scene(
    'Illustration: solen går upp bakom en fabrik vid vattnet. Rök stiger ur skorstenen.',
    'Illustration: the sun rises behind a factory by the water. Smoke rises from the chimney.',
    [62, 60],
    'Illustration: Maja Lind / Andra vattnet',
  ),
}
