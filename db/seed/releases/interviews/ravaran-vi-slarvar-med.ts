import { h2, heroImage, p, quote, seedRelease } from '../../write.ts'

export const ravaranViSlarvarMed = [
  seedRelease({
    story: 'ravaran-vi-slarvar-med',
    language: 'sv',
    kind: 'interview',
    slug: 'vatten-ar-den-ravara-vi-slarvar-mest-med',
    title: '”Vatten är den råvara vi slarvar mest med”',
    lead: [
      'Förra sommaren stod maskinerna på Tallmora bruk stilla i elva dygn. Det fick vd:n Tomas Lindqvist Rask att tänka om: om rör, om pengar och framför allt om vilka han behöver anställa.',
    ],
    place: 'Tallmora',
    byline: 'Elin Sandberg',
    topics: ['kompetens', 'processvatten'],
    cards: ['rask'],
    state: { publishedAt: '2026-09-08T08:00+02:00' },
    body: [
      p(
        'På väggen bakom Tomas Lindqvist Rasks skrivbord hänger tre fotografier. Farfar vid en maskin 1956. Mamma i laboratoriet 1981. Och en bild på en pump, inramad, utan datum.',
      ),
      quote(
        'rask',
        '– Det är intagspumpen, den 19 juli klockan 06.20. Sista gången den gick innan vi fick stoppa. Jag tog bilden själv.',
      ),
      p(
        'Den dagen rann det 90 liter för lite i sekunden i Tallmoraälven. Enligt vattendomen måste bruket då sluta pumpa. Det gjorde det, för första gången på 138 år.',
      ),
      heroImage(
        'harbour',
        'Tre röda industribyggnader vid en älv, med berg och en låg sol bakom.',
        'Tallmora bruk sett från älven. Intaget ligger till vänster om den höga byggnaden.',
      ),
      quote(
        'rask',
        '– Vi vet till grammet hur mycket fiber som går åt i ett ark. Vi vet vad elen kostar om en kvart. Men vattnet, som vi har hundra gånger mer av än allt annat, det har vi bara räknat med. Vatten är den råvara vi slarvar mest med.',
      ),
      p('*Vad gjorde ni de elva dygnen?*'),
      quote(
        'rask',
        '– De första två skyllde vi på vädret. Sedan gick vi ut och letade. Vi var trettio personer med kritor, och vi satte ett kryss på varje rör som läckte eller gick till fel ställe. Det blev 211 kryss.',
      ),
      h2('Hundra sökande, ingen som kunde'),
      p(
        'Kryssen är borta nu, men de fick Tomas att inse något. De flesta hade hittats av två pensionerade maskinförare som hade blivit inringda. Ingen under 50 kunde höra skillnad på luft och vatten i en ledning.',
      ),
      quote(
        'rask',
        '– Vi har ersatt folk som lyssnar med skärmar som piper. Det är bra skärmar. Men någon måste förstå varför de piper, och de människorna utbildade vi inte längre.',
      ),
      p(
        'Bruket annonserade efter en vattentekniker och fick hundra svar. Där fanns civilingenjörer som ville räkna på flöden hemifrån och rörmokare som inte ville skriva rapporter. Till sist anställdes Oskar, 43, urmakare från Hedsjö.',
      ),
      p('*Varför en urmakare?*'),
      quote(
        'rask',
        '– Jag frågade alla vad de gör när en mätare visar noll. De flesta svarade att de ringer leverantören. Oskar sa: ”Jag tar upp den och tittar.” Han fick jobbet i hissen på väg ned.',
      ),
      h2('Tomater i februari'),
      p(
        'Bakom maskinhallen bygger bruket redan en dubbelkrets, på egen risk, medan ansökan om stöd ligger hos Andra vattnet. Om allt går som det ska är den klar i vår. Den ska göra Tallmora oberoende av älven i upp till tre veckor. Dessutom ger den värme till ett växthus, som Tomas kan se från sitt fönster och som han gärna talar om.',
      ),
      quote(
        'rask',
        '– Folk här har haft bruket i näsan i fyra generationer. Det är roligt att kunna ge tillbaka något som luktar basilika.',
      ),
      p('*Är du inte orolig för att tekniken krånglar?*'),
      quote('rask', '– Jo. Men jag är mer orolig för en ny sommar. Tekniken kan Oskar ta upp och titta på.'),
      p(
        'Innan vi går vill han visa en sak till. I källaren, bakom en plåtdörr, står en tunna från 1887 med en skopa i kedja. *Spar på vattnet* står det på locket, i emaljerad plåt.',
      ),
      quote('rask', '– Det visste de alltså. Sedan fick vi pumpar, och glömde bort det.'),
    ],
  }),
]
