import { bullets, facts, h2, p, picture, quote, rule, seedRelease, tableBlock } from '../../write.ts'

export const torraSomrar = [
  seedRelease({
    story: 'torra-somrar',
    language: 'sv',
    kind: 'report',
    slug: 'torra-somrar',
    title: 'Torra somrar: var tredje ort klarar inte en till',
    lead: [
      'Av 96 industriorter skulle 33 få dra ned eller stoppa sina fabriker om sommaren 2025 kom tillbaka.',
      'Sårbarast är orter där fabriken och kranarna delar samma å.',
      'Återanvändning räcker för att rädda 21 av de 33.',
    ],
    hero: picture(
      'dry-river',
      'Illustration: en smal blå rännil i en bred, uttorkad älvfåra. Vid horisonten står en fabrik under en stor röd sol.',
    ),
    topics: ['processvatten', 'regelverk', 'oppna-data'],
    series: 'vattenkartan',
    cards: ['dahlgren', 'asenhed', 'rask'],
    state: { publishedAt: '2026-05-19T07:00+02:00' },
    body: [
      p(
        'Sommaren 2025 regnade det i genomsnitt 61 millimeter mellan midsommar och den sista augusti i de län som har mest tillverkningsindustri. Normalt är det tre gånger så mycket. I juli rann mindre vatten i Tallmoraälven än någon gång sedan mätningarna började 1911.',
      ),
      p(
        'Andra vattnet har låtit 96 orter räkna på vad som skulle hända om det blev likadant igen, med dagens befolkning och dagens fabriker. Resultatet är inte muntert.',
      ),
      tableBlock({
        caption: 'En tredjedel får välja mellan kranen och fabriken',
        note: 'Vad som händer på 96 industriorter om sommaren 2025 upprepas',
        head: ['Följd', 'Antal orter', 'Invånare', 'Med återanvändning\nantal orter'],
        rows: [
          ['Inga begränsningar', '28', '611 000', '47'],
          ['Bevattningsförbud', '35', '540 000', '37'],
          ['Neddragen produktion', '24', '302 000', '10'],
          ['Stoppad produktion', '9', '88 000', '2'],
        ],
        totals: ['Summa', '96', '1 541 000', '96'],
      }),
      quote(
        'dahlgren',
        '– Vi frågade inte om det är troligt, vi frågade om de klarar det. Men bland klimatforskarna är det ingen som längre kallar en sådan sommar för ovanlig, säger Jonas Dahlgren Mwangi, som har lett arbetet.',
      ),
      h2('Elva dygn i Tallmora'),
      p(
        'På Tallmora bruk stod maskinerna stilla från den 19 till den 29 juli. Bruket hade ved, el och order. Det som fattades var 90 liter i sekunden.',
      ),
      quote(
        'rask',
        '– Det otäcka var ljudet. Jag har bott 400 meter från den maskinen i hela mitt liv och aldrig hört fåglarna därifrån, säger Tomas Lindqvist Rask, vd. Vi förlorade 26 miljoner kronor på elva dygn. För de pengarna hade vi nästan kunnat bygga två anläggningar.',
      ),
      h2('Det som skiljer dem som klarar sig'),
      p('Orterna som klarar en torrsommar har tre saker gemensamt:'),
      bullets(
        'De vet hur mycket vatten de har, dag för dag, och inte bara vad tillståndet säger.',
        'De har minst två källor, till exempel en sjö och en grusås.',
        'Industrin kan köra minst två veckor på vatten som den redan har tagit in.',
      ),
      p(
        'Den tredje punkten går fortast att göra något åt. En ny vattentäkt tar tio år. En dubbelkrets tar ett och ett halvt.',
      ),
      quote(
        'asenhed',
        '– Vi fick ringa till ett äldreboende och be dem duscha varannan dag, medan en fabrik på andra sidan ån kylde sina maskiner med dricksvatten. Ingen hade gjort fel. Men jag vill aldrig ringa det samtalet igen, säger Petter Åsenhed, kommunstrateg i Lövsele.',
      ),
      facts(
        'Om rapporten',
        ['Orter', '96 tätorter med minst ett större industriföretag, i 17 län'],
        ['Metod', 'Flöden och uttag från sommaren 2025, 2026 års befolkning och produktion'],
        ['Granskning', 'Vattenpanelen har läst underlaget och står bakom slutsatserna, utom siffran för Åsunda'],
      ),
      rule(),
      p(
        'Uppgifterna för enskilda orter lämnas ut till den ort som frågar. En karta över hela landet är planerad till vintern.',
      ),
    ],
  }),
]
