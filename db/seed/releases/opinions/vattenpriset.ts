import { p, seedRelease } from '../../write.ts'

export const vattenpriset = [
  seedRelease({
    story: 'vattenpriset',
    language: 'sv',
    kind: 'opinion',
    slug: 'lat-vattenpriset-spegla-vardet',
    title: 'Låt vattenpriset spegla värdet, inte bara vad det kostar att pumpa',
    lead: [
      'En fabrik som sparar vatten kan i dag få en högre räkning än en som slösar. Så kan det inte fortsätta, skriver Ingrid Ölvestad och Märta Ängsbro.',
    ],
    byline: 'Ingrid Ölvestad, programchef, och Märta Ängsbro, ordförande i programrådet',
    topics: ['regelverk'],
    cards: ['olvestad', 'angsbro'],
    state: { publishedAt: '2026-10-20T06:00+02:00' },
    body: [
      p(
        'Tänk dig en mataffär där mjölken är gratis men du betalar för att bära hem den. Ju starkare du är, desto billigare blir mjölken. Den som har ont i ryggen får köpa havredryck. Ungefär så prissätter Sverige sitt vatten.',
      ),
      p(
        'En fabrik som pumpar ur en älv betalar för pumpen och för elen. Älven är gratis. En fabrik som köper av kommunen betalar för ledningsnätet, fördelat på hur mycket den använder. I inget av fallen kostar det något att det finns mindre kvar till de andra.',
      ),
      p(
        'Det fungerade så länge det fanns mer vatten än vi kunde göra av med. Det gör det inte längre. Kommer en sommar som den i fjol tillbaka får 33 av 96 industriorter dra ned eller stoppa sina fabriker.',
      ),
      p(
        'Värst är det för den som försöker göra rätt. När ett företag återanvänder hälften av sitt vatten köper det hälften så mycket av kommunen. Men ledningarna kostar lika mycket som förut, och kommunen måste få in samma summa. Priset per kubikmeter höjs, för alla. I en av våra partnerkommuner steg taxan med elva procent året efter att bruket hade byggt sin anläggning. Hushållen tackade inte bruket.',
      ),
      p('Vi föreslår tre ändringar.'),
      p(
        '**Skilj på rören och vattnet.** Låt en fast avgift betala för ledningsnätet, så att kommunen klarar sig även när någon sparar. Så gör elnätsbolagen sedan länge.',
      ),
      p(
        '**Sätt ett pris på uttaget.** En avgift på 50 öre per kubikmeter ur sjöar och vattendrag, som stiger när det är torrt och försvinner när det är vått. Intäkten ska gå tillbaka till orten och användas till att spara mer.',
      ),
      p(
        '**Låt det återvunna vara fritt.** I dag räknas en kubikmeter som används två gånger som två i somliga tillstånd. Den ska räknas som en.',
      ),
      p(
        'Vi vet vad invändningen är: industrin klarar inte fler avgifter. Därför har vi räknat. För ett mellanstort pappersbruk blir uttagsavgiften ungefär 400 000 kronor om året. De elva dygn som Tallmora bruk stod stilla i fjol kostade 26 miljoner. Det dyraste vattnet är det som inte finns.',
      ),
      p(
        'Vi som skriver det här har tillsammans ägnat drygt ett halvt sekel åt vatten. Ingen av oss tror att en avgift fyller en å. Men ett pris är också ett sätt att tala. I dag säger det till varje fabrik: ta mer, det är gratis. Det är hög tid att det säger något annat.',
      ),
    ],
  }),
]
