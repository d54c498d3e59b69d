import { bullets, facts, h2, heroImage, p, picture, quote, seedRelease, tableBlock } from '../../write.ts'

/** The lead story: every kind of block, four people, a correction. */
export const tolvBruksorter = [
  seedRelease({
    story: 'tolv-bruksorter',
    language: 'sv',
    kind: 'press',
    slug: 'tolv-bruksorter-delar-pa-48-miljoner',
    title: 'Tolv bruksorter delar på 48 miljoner kronor för att använda processvattnet två gånger',
    lead: [
      'Tolv industriorter från Bergslagen till Norrbotten får stöd för att rena och återanvända vattnet från sina fabriker.',
      'Tillsammans väntas de spara 6,3 miljoner kubikmeter råvatten om året, lika mycket som hushållen i en stad med 120 000 invånare använder.',
      'Den första anläggningen, vid Tallmora bruk, tas i drift redan i mars.',
    ],
    summary:
      'Från Bergslagen till Norrbotten byggs kretsar som renar fabrikernas vatten och skickar in det igen. Den första tas i drift i Tallmora i~mars.',
    hero: picture(
      'hero',
      'Illustration: breda blå band, som vatten, rinner in från en fabrik, går ett varv i en stor ring och fortsätter i varma färger till ett växthus.',
      'Vattnet går ett varv till: först genom fabriken, sedan vidare som värme till växthuset.',
    ),
    topics: ['processvatten', 'overskottsvarme', 'oppna-data'],
    cards: ['olvestad', 'farhadi', 'rask', 'brannmark'],
    state: {
      publishedAt: '2026-11-17T08:00+01:00',
      correction: {
        at: '2026-11-19T14:20+01:00',
        wrong: 'Stödet går till elva orter.',
        text: 'Stödet går till tolv orter. Åsunda hade fallit bort.',
        lead: 'Elva industriorter från Bergslagen till Norrbotten får stöd för att rena och återanvända vattnet från sina fabriker.',
      },
    },
    body: [
      p(
        'När älvarna gick ned i fjol somras fick flera svenska fabriker dra ned på takten. Det saknades inte order. Det saknades vatten. Nu prövar tolv bruksorter ett annat sätt: i stället för att ta in nytt vatten till varje steg i tillverkningen får det vatten som redan har använts gå ett varv till.',
      ),
      quote(
        'olvestad',
        '– Vi har länge räknat kilowattimmar men låtit vattnet rinna förbi. Det här är första gången så många orter bygger efter samma ritning, och det gör att nästa ort kan komma i~gång på halva tiden, säger Ingrid Ölvestad, programchef för Andra vattnet.',
      ),
      p(
        'Stödet, sammanlagt 48 miljoner kronor under tre år, går till orter där en enda industri ofta står för mer än hälften av kommunens vattenuttag. Företagen och kommunerna bidrar med lika mycket själva.',
      ),
      h2('En krets i fabriken och en utanför'),
      p(
        'Tekniken kallas [dubbelkrets](/nyheter/sa-fungerar-en-dubbelkrets). Den inre kretsen renar det varma processvattnet i tre steg och skickar tillbaka det till maskinerna. Den yttre tar hand om värmen som blir över. I stället för att ledas ut i älven går den till fjärrvärme, växthus eller tvätterier på orten.',
      ),
      heroImage(
        'principle',
        'Skiss: i den inre kretsen passerar vattnet tre membran, märkta 1 till 3, med allt färre föroreningar. En yttre krets leder värmen till ett växthus.',
        'Så fungerar en dubbelkrets. Tre membransteg (1–3) i den inre kretsen, blå. Den yttre kretsen, gul, lämnar värmen vidare.',
      ),
      p(
        'Dubbelkretsen har utvecklats vid Lövsele tekniska högskola och har körts i full skala i fjorton månader. Nasrin Farhadi har lett arbetet sedan starten.',
      ),
      quote(
        'farhadi',
        '– Membranen är det enkla, menar Nasrin. Det svåra är att kunna lita på att vattnet håller samma kvalitet klockan tre på natten som klockan tre på dagen. Därför mäter vi på arton ställen, hela tiden, och visar siffrorna öppet.',
      ),
      h2('Det här åtar sig orterna'),
      p('Stödet kommer med motkrav. Varje ort ska'),
      bullets(
        'ha en inre krets i drift vid minst en produktionslinje före utgången av 2028',
        'lämna överskottsvärme till minst en mottagare utanför fabriken',
        'publicera mätvärden för vattenkvaliteten varje timme, som öppna data',
        'ta emot studiebesök från minst två andra orter.',
      ),
      quote(
        'rask',
        '– Hos oss är vattnet en råvara, precis som fibern. Att hälla ut det efter en enda användning har aldrig känts klokt. Nu får vi dessutom fyrtiogradigt vatten över till växthuset på andra sidan vägen, och det betyder tomater i~februari.',
      ),
      facts(
        'Fakta: så är stödet utformat',
        ['Stöd', '48 miljoner kronor åren 2027–2029'],
        ['Egen insats', 'Minst hälften av kostnaden, från företag och kommun tillsammans'],
        ['Omfattning', '12 orter i 9 län, 17 anläggningar'],
        ['Beslut', 'Programrådet den 12 november 2026, efter utlysning med 31 sökande'],
      ),
      tableBlock({
        caption: 'Fem orter får 60 procent av stödet',
        note: 'Beviljat stöd och väntad besparing när anläggningarna är i drift',
        head: ['Ort', 'Bransch', 'Stöd\nmiljoner kronor', 'Sparat råvatten\nkubikmeter per år', 'I drift'],
        rows: [
          ['Tallmora', 'Papper', '7,5', '1 450 000', 'mars 2027'],
          ['Högfors', 'Textil', '6,2', '820 000', 'september 2027'],
          ['Gruvnäs', 'Stål', '5,8', '1 100 000', 'januari 2028'],
          ['Lövsele', 'Livsmedel', '4,9', '610 000', 'maj 2028'],
          ['Åsunda', 'Kemi', '4,6', '570 000', 'oktober 2028'],
          ['Sju orter till', 'Blandat', '19,0', '1 750 000', 'under 2028'],
        ],
        totals: ['Summa', '', '48,0', '6 300 000', ''],
      }),
      p('Källa: Andra vattnet, beslut den 12 november 2026.'),
      p('Nästa utlysning öppnar i augusti 2027 och riktar sig till orter med livsmedelsindustri.'),
      quote(
        'olvestad',
        '– Om fem år vill jag att det ska vara konstigt att bara använda vattnet en gång, avslutar Ingrid.',
      ),
    ],
  }),
  seedRelease({
    story: 'tolv-bruksorter',
    language: 'en',
    kind: 'press',
    slug: 'twelve-mill-towns-share-sek-48-million',
    title: 'Twelve mill towns share SEK 48 million to use their process water twice',
    lead: [
      'Twelve industrial towns, from Bergslagen to Norrbotten, receive support to clean and reuse the water from their factories.',
      'Together they are expected to save 6.3 million cubic metres of raw water a year, as much as the households of a city of 120,000 use.',
      'The first plant, at Tallmora Mill, starts up as early as March.',
    ],
    summary:
      'From Bergslagen to Norrbotten, towns are building loops that clean the water of their factories and send it back in. The first starts up in Tallmora in March.',
    hero: picture(
      'hero',
      'Illustration: broad blue bands, like water, flow in from a factory, make one lap of a large ring and go on in warm colours to a greenhouse.',
      'One more lap for the water: first through the factory, then on to the greenhouse as heat.',
    ),
    topics: ['processvatten', 'overskottsvarme', 'oppna-data'],
    cards: ['olvestad', 'farhadi', 'rask', 'brannmark'],
    state: { publishedAt: '2026-11-17T09:30+01:00' },
    body: [
      p(
        'When the rivers fell last summer, several Swedish factories had to slow down. They did not lack orders. They lacked water. Now twelve mill towns are trying another way: instead of taking in new water for every step of production, they let the water that has already been used go round once more.',
      ),
      quote(
        'olvestad',
        '“For years we have counted kilowatt-hours and let the water run past us. This is the first time so many towns have built from one set of drawings, and it means the next town can be up and running in half the time,” says Ingrid Ölvestad, Programme Director of Andra vattnet.',
      ),
      p(
        'The support, SEK 48 million over three years, goes to towns where a single industry often accounts for more than half of all the water drawn in the municipality. The companies and municipalities put in the same amount themselves.',
      ),
      h2('One loop inside the factory and one outside'),
      p(
        'The technique is called a double loop. The inner loop cleans the warm process water in three steps and sends it back to the machines. The outer loop takes care of the heat that is left over. Instead of ending up in the river, it goes to district heating, greenhouses or laundries in the town.',
      ),
      heroImage(
        'principle',
        'Sketch: in the inner loop the water passes three membranes, marked 1 to 3, with fewer and fewer impurities. An outer loop carries the heat to a greenhouse.',
        'How a double loop works. Three membrane steps (1–3) in the inner loop, blue. The outer loop, yellow, passes the heat on.',
      ),
      p(
        'The double loop was developed at Lövsele Institute of Technology and has [run at full scale](/en/news/first-full-scale-double-loop) for fourteen months. Nasrin Farhadi has led the work from the start.',
      ),
      quote(
        'farhadi',
        '“The membranes are the easy part,” says Nasrin. “The hard part is trusting the water to be as good at three in the morning as at three in the afternoon. So we measure in eighteen places, all the time, and show the figures openly.”',
      ),
      h2('What the towns commit to'),
      p('The support has strings attached. Each town is to'),
      bullets(
        'have an inner loop running on at least one production line before the end of 2028',
        'pass surplus heat on to at least one user outside the factory',
        'publish readings of water quality every hour, as open data',
        'receive study visits from at least two other towns.',
      ),
      quote(
        'rask',
        '“To us, water is a raw material, just like fibre. Pouring it out after using it once has never felt wise. And now we will have water at forty degrees to spare for the greenhouse across the road, which means tomatoes in February.”',
      ),
      facts(
        'Facts: how the support works',
        ['Support', 'SEK 48 million, 2027–2029'],
        ['Own contribution', 'At least half of the cost, from company and municipality together'],
        ['Extent', '12 towns in 9 counties, 17 plants'],
        ['Decision', 'The programme council, 12 November 2026, after a call with 31 applicants'],
      ),
      tableBlock({
        caption: 'Five towns receive 60 per cent of the support',
        note: 'Support granted and saving expected once the plants are running',
        head: ['Town', 'Industry', 'Support\nSEK million', 'Raw water saved\ncubic metres a year', 'Running from'],
        rows: [
          ['Tallmora', 'Paper', '7.5', '1,450,000', 'March 2027'],
          ['Högfors', 'Textiles', '6.2', '820,000', 'September 2027'],
          ['Gruvnäs', 'Steel', '5.8', '1,100,000', 'January 2028'],
          ['Lövsele', 'Food', '4.9', '610,000', 'May 2028'],
          ['Åsunda', 'Chemicals', '4.6', '570,000', 'October 2028'],
          ['Seven more towns', 'Mixed', '19.0', '1,750,000', 'during 2028'],
        ],
        totals: ['Total', '', '48.0', '6,300,000', ''],
      }),
      p('The next call opens in August 2027 and is for towns with a food industry.'),
      quote('olvestad', '“In five years I want it to seem odd to use water only once,” Ingrid concludes.'),
    ],
  }),
]
