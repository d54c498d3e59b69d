import { bullets, facts, p, picture, quote, seedRelease } from '../../write.ts'

export const nyKarta = [
  seedRelease({
    story: 'ny-karta',
    language: 'sv',
    kind: 'press',
    slug: 'ny-karta-visar-var-vattnet-tar-slut-forst',
    title: 'Ny karta visar var vattnet tar slut först',
    lead: [
      'För första gången går det att se, ort för ort, hur länge vattnet räcker en torr sommar.',
      'Vattenkartan omfattar 290 kommuner och uppdateras varje morgon.',
    ],
    hero: picture(
      'water-map',
      'Illustration: en karta med åar och höjdkurvor. Runda märken visar var det finns gott om vatten, i blått, och var det håller på att ta slut, i gult och rött.',
      'Vattenkartan. Blått: mer än 90 dygn. Gult: 30–90. Rött: mindre än 30.',
    ),
    topics: ['oppna-data', 'processvatten'],
    series: 'vattenkartan',
    cards: ['dahlgren', 'ask'],
    state: { scheduledInDays: 3, at: '09:00' },
    body: [
      p(
        'Hur många dygn klarar sig din ort utan regn? Frågan har varit omöjlig att svara på, eftersom uppgifterna har funnits hos 290 kommuner, 21 länsstyrelser och ett okänt antal pärmar. Nu är de samlade på en karta.',
      ),
      quote(
        'dahlgren',
        '– Den vanligaste kommentaren under provtiden var ”det där kan inte stämma”. Sedan har man gått ut och tittat i brunnen, och så har det stämt, säger Jonas Dahlgren Mwangi, som har lett arbetet på Andra vattnet.',
      ),
      p('Den som klickar på en ort ser tre saker:'),
      bullets(
        'hur mycket vatten som finns kvar i sjöar, åar och grundvatten',
        'hur mycket som går åt per dygn, i hushåll och industri var för sig',
        'hur många dygn det räcker, med och utan återanvändning.',
      ),
      quote(
        'ask',
        '– Kartan är bra och den har fel på minst tio ställen. Vi vet inte vilka. Det är därför den ska ut, säger Sigrid Ask, ordförande för Vattenpanelen, som har granskat metoden.',
      ),
      facts(
        'Vattenkartan',
        ['Källor', 'Kommunernas uttag, 1 400 mätstationer och satellitdata'],
        ['Uppdateras', 'Varje morgon kl. 6'],
        ['Rättelser', 'Den som ser ett fel kan anmäla det direkt på kartan. Alla anmälningar är offentliga.'],
      ),
    ],
  }),
]
