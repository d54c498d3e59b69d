import { gallery, heroImage, p, picture, quote, seedRelease } from '../../write.ts'

export const ettDygnIVattenhallen = [
  seedRelease({
    story: 'ett-dygn-i-vattenhallen',
    language: 'sv',
    kind: 'news',
    slug: 'ett-dygn-i-vattenhallen',
    title: 'Ett dygn i Vattenhallen, i nio bilder',
    lead: [
      'Vattnet sover aldrig. Vi följde det från klockan tre på natten till klockan tre nästa natt, med ritblock och termos.',
    ],
    byline: 'Elin Sandberg (text) och Maja Lind (bild)',
    hero: picture(
      'sunrise',
      'Illustration: solen går upp bakom en fabrik vid vattnet. Rök stiger ur skorstenen.',
      'Klockan 06.04. Solen kommer upp över tvätteriet, och med den det första skiftet.',
    ),
    topics: ['processvatten', 'membranteknik', 'oppna-data'],
    cards: ['farhadi', 'hietala'],
    state: { publishedAt: '2026-03-24T09:00+01:00' },
    body: [
      p(
        'Tre på natten är den tid då ingen tittar, och därför den tid då Nasrin Farhadi helst gör det. I natt är det hennes vecka med jourtelefonen. Hon har tagit bussen hit i stället för att stanna hemma och vänta.',
      ),
      heroImage(
        'three-at-night',
        null,
        'Klockan i kontrollrummet. Den är från 1931 och går fyra sekunder fel per dygn.',
      ),
      quote(
        'farhadi',
        '– På natten kör tvätteriet bara hälften av maskinerna. Flödet blir ojämnt, och det är då givarna visar vad de går för, säger hon.',
      ),
      heroImage(
        'console',
        'En termos och en rykande kopp kaffe på en manöverpulpet, under tre skärmar med kurvor.',
        'Manöverpulpeten, 03.40. Kaffet får stå här, men inte till vänster om skarven. Där sitter nödstoppet.',
      ),
      p(
        'Arton mätare sitter utspridda i hallen. Alla utom en ligger stilla i natt. Nummer elva, den för grumlighet efter första steget, har gått upp sedan två.',
      ),
      heroImage(
        'eighteen-gauges',
        'Arton runda mätare i tre rader. På en av dem, gul, har visaren gått åt höger.',
        'Arton mätare, 04.10. Nummer elva avviker. Det är ludd.',
      ),
      p(
        'Det är lakan i natt, förklarar Nasrin. Nya lakan luddar. Hon skriver det i kommentarrutan på nätet och drar på sig handskarna.',
      ),
      gallery(
        heroImage(
          'valve',
          null,
          'Förbiledningen, 04.25. Ett halvt varv på ventilen, så går flödet runt medan filtret tvättas.',
        ),
        heroImage(
          'granules',
          null,
          'Filtermassan på nära håll. Kornen är två millimeter stora och håller i ungefär sju år.',
        ),
      ),
      p(
        'Vid sju kommer Kaisa Hietala med dagens första prover. De tas för hand, fast givarna redan har svarat, varje dag sedan starten.',
      ),
      heroImage(
        'test-tubes',
        'Fem provrör i ett ställ. Vätskan är brun i det första och klar i det sista.',
        'Dagens prover, 07.15. Från vänster: in, efter steg ett, två och tre, samt kranvatten som jämförelse.',
      ),
      quote('hietala', '– Vilket är kranvattnet? Just det, du tvekade. Då kan jag gå och äta frukost.'),
      heroImage(
        'drum',
        'Luckan till en tvättmaskin. Bakom glaset tumlar tyg i blått, gult och rött.',
        'Tvättrumman, 10.30. Samma vatten är tillbaka där det började, bland arbetskläder från fyra sjukhus.',
      ),
      p(
        'På eftermiddagen byter tvätteriet skift och kretsen går på halvfart i två timmar. Det är då simhallen har som mest folk. Värmen räcker ändå, för rören under gatan rymmer en timmes reserv.',
      ),
      heroImage(
        'pool',
        'En simbassäng sedd uppifrån. Två simmare möts på var sin bana.',
        'Lövsele simhall, 17.20. Vattnet på bana fyra och fem är 28 grader.',
      ),
      p(
        'När klockan blir tre igen har 296 kubikmeter gått runt. Nummer elva har legat stilla sedan fem. Nasrin sover.',
      ),
    ],
  }),
]
