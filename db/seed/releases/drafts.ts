import { bullets, facts, h2, heroImage, p, quote, seedRelease } from '../write.ts'

/** What is on the desk: nearly done, half done, and only just begun. */
export const drafts = [
  seedRelease({
    story: 'nio-bryggerier',
    language: 'sv',
    kind: 'press',
    slug: 'nio-bryggerier-och-mejerier',
    title:
      'Nio bryggerier och mejerier ska visa att samma sköljvatten går att använda tre gånger utan att kvaliteten sjunker',
    lead: [
      'Andra vattnet ger stöd åt nio livsmedelsföretag som ska rena sköljvattnet på plats och skicka in det igen.',
      'Målet är att halvera uttaget av dricksvatten före 2029.',
    ],
    topics: ['processvatten'],
    cards: ['olvestad'],
    state: { draft: true },
    body: [
      quote(
        'olvestad',
        '– Reningen klarar det redan. Det som har saknats är gemensamma prov och någon som vågar skölja först, säger Ingrid Ölvestad, programchef.',
      ),
      p(
        'Utlysningen öppnade i mars och lockade 41 ansökningar. De nio som nu får stöd spänner från ett mejeri i Åsunda till ett bryggeri i Gruvnäs, och hos var och en är kommunens livsmedelskontroll med från första dagen.',
      ),
      h2('Kontrollen sitter med vid bordet'),
      p(
        'Att inspektörerna är med är nytt. I tidigare omgångar kunde en anläggning fungera i månader och ändå stå still, eftersom ingen hade bestämt hur vattnet skulle godkännas. Nu skriver kommunen under på vad som ska mätas, och hur ofta.',
      ),
      quote(
        null,
        '– Vi sköljer flaskorna på samma sätt i dag som för fyrtio år sedan, menar Petter. Nu får vi räkna om, prova om och visa kunden svart på vitt. Det hade vi aldrig haft råd med på egen hand.',
      ),
      heroImage(
        'bottles',
        'En rad glasflaskor på en sköljlinje, en av dem orange, under sju munstycken.',
        'Sköljlinjen i Gruvnäs, tecknad dagen före första provet.',
      ),
      p('De första resultaten väntas våren 2028. Alla mätserier publiceras öppet, även de som inte går som tänkt.'),
      facts(
        'Om utlysningen',
        bullets(
          'Stöd: 27 miljoner kronor åren 2027–2029',
          'Projekt: 9 av 41 ansökningar',
          'Nästa utlysning öppnar i augusti 2027',
        ),
      ),
    ],
  }),
  seedRelease({
    story: 'sa-raknar-vi',
    language: 'sv',
    kind: 'news',
    slug: '',
    title: 'Så räknar vi: metoden bakom Vattenkartan 2026',
    lead: ['Kartan visar hur länge vattnet räcker. Här förklarar vi hur vi vet det, och vad vi inte vet.'],
    topics: ['oppna-data'],
    cards: ['dahlgren'],
    state: {
      draft: true,
      submitted: {
        note: 'Går det att förstå skillnaden mellan råvatten och det vi får ta ut? Sista stycket är inte klart.',
        dueInDays: 2,
        at: '16:00',
      },
    },
    body: [
      p(
        'Varje ort på kartan får ett tal: antalet dygn som vattnet räcker om det slutar regna i morgon. Talet är en division. Överst står allt råvatten som går att ta ut, underst det som går åt på ett dygn.',
      ),
      h2('Täljaren: det som finns'),
      p(
        'Råvatten är vatten ur sjö, å eller berg innan någon har gjort något med det. Vi räknar bara det som får tas ut enligt vattendomen. En sjö kan alltså vara full och ändå räknas som tom.',
      ),
      h2('Nämnaren: det som går åt'),
      p('Hushållens del är känd. Industrins del …'),
    ],
  }),
  seedRelease({
    story: 'regnvatten',
    language: 'sv',
    kind: 'news',
    slug: '',
    title: '',
    lead: [],
    topics: [],
    cards: [],
    contacts: [],
    state: { draft: true },
    body: [
      p(
        'Tre kommuner provar regnvatten i tvättstugan. I två flerfamiljshus i vardera Högfors, Hedsjö och Norrfors leds vattnet från taket till en tank i källaren, genom ett grovt filter och vidare till maskinerna. De boende märker det mest på att kalken försvinner.',
      ),
      heroImage('rain-laundry', null),
      p('Ring: bostadsbolaget i Hedsjö (hur mycket sparas?), någon boende.'),
    ],
  }),
]
