import { bullets, facts, h2, p, picture, quote, seedRelease } from '../../write.ts'

export const felSidaOmRoret = [
  seedRelease({
    story: 'fel-sida-om-roret',
    language: 'sv',
    kind: 'interview',
    slug: 'vi-har-matt-pa-fel-sida-om-roret',
    title: 'Nasrin Farhadi: ”Vi har mätt på fel sida om röret”',
    lead: [
      'En luftbubbla på Tallmora bruk fick Nasrin Farhadi att tvivla på allt hon hade mätt. Nu leder hon bygget av en anläggning där varje siffra ska gå att lita på, och att läsa för vem som helst.',
    ],
    byline: 'Elin Sandberg',
    hero: picture(
      'probe',
      'Illustration: ett rör i genomskärning. En gammal mätare sitter ovanpå röret, en ny sticker in sin givare underifrån.',
      'Luft samlas högst upp i ett rör. Sitter givaren där mäter den tomhet.',
    ),
    topics: ['oppna-data', 'membranteknik', 'processvatten'],
    series: 'dubbelkretsen',
    cards: ['farhadi'],
    state: { publishedAt: '2025-03-11T08:00+01:00' },
    body: [
      p(
        'Det är tolv grader i Vattenhallen och Nasrin Farhadi har mössan på. Hon står på en stege med huvudet i höjd med ett rör stort som en tvättkorg och bankar på det med knogen, först ovanpå, sedan under.',
      ),
      quote('farhadi', '– Hör du? Där uppe är det luft. Där nere är det vatten. Gissa var givarna brukar sitta.'),
      p('De brukar sitta ovanpå. Det är lättast att skruva dit dem så, och det läcker inte när man byter dem.'),
      h2('Nollan som inte var noll'),
      p(
        'Hösten 2020 var Nasrin processingenjör på Tallmora bruk. Varje natt, någon gång mellan två och fyra, visade flödesmätaren på utloppsledningen noll i tjugo minuter. Driften hade vant sig. Nollan kallades för fikapausen.',
      ),
      quote(
        'farhadi',
        '– Jag hade skrivit en avhandling om mätning i slutna kretsar. Jag borde ha vetat bättre än alla andra, säger hon. Ändå gick det fyra månader innan jag tog en ficklampa och gick dit klockan tre på natten.',
      ),
      p(
        'Vattnet rann. Det rann till och med mer än vanligt, för pumparna tvättade ett filter. Men när trycket sjönk samlades en luftbubbla högst upp i röret, just där givaren satt, och så länge bubblan låg kvar mätte den ingenting alls.',
      ),
      quote(
        'farhadi',
        '– Hela vattenbalansen för bruket byggde på den siffran. Vi trodde att vi återvann sjuttio procent. Det var femtiotvå.',
      ),
      p('*Hur reagerade ledningen?*'),
      quote(
        'farhadi',
        '– Tomas, som är vd nu, sa: ”Då har vi arton procentenheter kvar att hämta, det är ju utmärkt.” Jag har tänkt på det många gånger. Det finns chefer som hade bett mig att inte berätta.',
      ),
      h2('In är lätt, ut är svårt'),
      p(
        'Bubblan är inte bara en anekdot. För Nasrin Farhadi blev den en bild av ett större fel. Industrin mäter noga vad som kommer in, eftersom det kostar. Vad som går ut mäter den slarvigt, eftersom det inte gör det.',
      ),
      quote(
        'farhadi',
        '– Vi har mätt på fel sida om röret, bokstavligt och bildligt. Den som vill använda vatten en gång till bryr sig inte om vad du köpte. Hon vill veta vad du har kvar, hur varmt det är och om det är likadant i morgon.',
      ),
      p(
        'I Dubbelkrets, som byggs i det gamla pumphuset vid Lövsele hamn och ska tas i drift i höst, sitter arton givare. Alla är monterade på sidan eller underifrån. Var och en har en tvilling av annat fabrikat några meter bort, och skiljer de sig åt mer än två procent ringer det i någons ficka.',
      ),
      p('*I din ficka?*'),
      quote(
        'farhadi',
        '– Varannan vecka. Den andra veckan är det Kaisas. Vi har kommit överens om att inte väcka varandra med glada nyheter.',
      ),
      h2('Femtio streck med rödpenna'),
      p(
        'Arton är inget heligt tal. I den första ritningen fanns det 64 givare. Varje gång någon undrade något hade en doktorand ritat dit en till.',
      ),
      quote(
        'farhadi',
        '– Vi hade byggt en julgran. Så jag tog med mig ritningen till tvätteriet och bad Solveig, som har kört maskinerna där i 31 år, att stryka dem hon ändå inte skulle titta på. Hon strök femtio. Sedan satte hon dit fyra nya, på ställen där vi inte hade kunnat tänka oss att något hände.',
      ),
      p('*Vad händer där?*'),
      quote(
        'farhadi',
        '– Det är där slangen viker sig när någon ställer en vagn på den. Det står inte i någon lärobok.',
      ),
      p(
        'Solveig finns med bland författarna till den artikel som gruppen skickade in i januari. Granskarna undrade vilket lärosäte hon tillhör.',
      ),
      h2('Kristallklart och bortspolat'),
      p(
        'Nasrin kom till Lövsele 2011 för att läsa kemiteknik och tänkte stanna i två år. Hon blev kvar för en fråga som inte gick över: varför används vatten som är rent nog nästan aldrig?',
      ),
      quote(
        'farhadi',
        '– Jag har kollegor som kan göra vatten av nästan vad som helst. Sedan står det där i en tank, kristallklart, och så spolar de ut det, för att det inte finns någon ruta i blanketten. Jag trodde att felet satt i kranen. Det sitter i förtroendet.',
      ),
      p('*Så tekniken räcker inte?*'),
      quote(
        'farhadi',
        '– Jo, om den går ut på att visa något för någon. En givare är ett sätt att berätta. Den som sitter undangömd och larmar först när allt är för sent är en dålig berättare.',
      ),
      h2('Alla ska kunna titta'),
      p(
        'Siffrorna ska dessutom ligga öppet på nätet, timme för timme. Det var inte självklart. Tvätteriet som lämnar vattnet var oroligt för vad kunderna skulle säga, och juristerna på högskolan ville ha en spärr på ett dygn så att fel hann rättas.',
      ),
      quote(
        'farhadi',
        '– Då blir det en broschyr i stället för en mätning. Ett fel som alla ser blir lagat på en timme. Ett fel som bara vi ser kan bli en fikapaus i fyra månader.',
      ),
      p('Det blev ingen spärr. Däremot en kommentarruta, där den som har jouren skriver vad som har hänt.'),
      p('*Vad får oss att lita på vatten?*'),
      quote(
        'farhadi',
        '– Att någon annan har druckit först, säger hon och skrattar. Nej, men nästan. Att någon annan har kunnat kontrollera det. I Isfahan, där jag är född, fanns det en vattenmästare i varje kvarter som öppnade luckorna inför publik. Ingen litade på honom för att han var snäll. De litade på honom för att de såg på.',
      ),
      p('Hon klättrar ned från stegen, skriver ett kryss med krita på rörets undersida och ropar på en svetsare.'),
      facts(
        'Nasrins tre råd till den som mäter',
        bullets(
          'Sätt aldrig en givare högst upp i ett rör.',
          'Lita inte på en siffra som är exakt noll.',
          'Gå dit klockan tre på natten, minst en gång.',
        ),
      ),
    ],
  }),
  seedRelease({
    story: 'fel-sida-om-roret',
    language: 'en',
    kind: 'interview',
    slug: 'measuring-on-the-wrong-side-of-the-pipe',
    title: 'Nasrin Farhadi: “We have been measuring on the wrong side of the pipe”',
    lead: [
      'An air bubble at Tallmora Mill made Nasrin Farhadi doubt everything she had measured. She is now building a plant in which every figure can be trusted, and read by anyone.',
    ],
    byline: 'Elin Sandberg',
    hero: picture(
      'probe',
      'Illustration: a pipe in section. An old gauge sits on top of the pipe; a new one pushes its probe in from below.',
      'Air gathers at the top of a pipe. A sensor placed there measures emptiness.',
    ),
    topics: ['oppna-data', 'membranteknik', 'processvatten'],
    series: 'dubbelkretsen',
    cards: ['farhadi'],
    state: { publishedAt: '2025-03-14T10:00+01:00' },
    body: [
      p('This is a shorter version of [the interview in Swedish](/nyheter/vi-har-matt-pa-fel-sida-om-roret).'),
      p(
        'It is twelve degrees in the Water Hall and Nasrin Farhadi is wearing a woolly hat. She stands on a ladder, her head level with a pipe as wide as a laundry basket, and knocks on it: first on top, then underneath.',
      ),
      quote('farhadi', '“Do you hear that? Up there is air. Down here is water. Guess where the sensors usually go.”'),
      p('They usually go on top. It is the easiest place to fit them, and nothing leaks when they are changed.'),
      h2('The zero that was not a zero'),
      p(
        'In the autumn of 2020 Nasrin was a process engineer at Tallmora Mill. Every night, some time between two and four, the flow meter on the outlet pipe showed zero for twenty minutes. The operators had got used to it. They called it the coffee break.',
      ),
      quote(
        'farhadi',
        '“I had written a thesis on measuring in closed loops. I should have known better than anyone,” she says. “Still, it took me four months to get a torch and go there at three in the morning.”',
      ),
      p(
        'The water was flowing. But as the pressure dropped, a bubble of air settled at the top of the pipe, exactly where the sensor was. For as long as it stayed there, the sensor measured nothing at all. The mill thought it was reusing seventy per cent of its water. The true figure was fifty-two.',
      ),
      quote(
        'farhadi',
        '“Tomas, who runs the mill today, said: ‘Then we have eighteen points left to gain. Excellent.’ I have thought of that many times. There are managers who would have asked me to keep quiet.”',
      ),
      h2('In is easy, out is hard'),
      p(
        'Industry measures what comes in with great care, because it has to pay for it. It measures what goes out with much less, because it does not.',
      ),
      quote(
        'farhadi',
        '“Someone who wants to use your water again does not care what you bought. She wants to know what you have left, how warm it is and whether it will be the same tomorrow.”',
      ),
      p(
        'Her project, Dubbelkrets, has eighteen sensors, all fitted from the side or from below. Each has a twin of another make a few metres away, and if the two differ by more than two per cent, a telephone rings in somebody’s pocket. The readings will be published hour by hour.',
      ),
      quote(
        'farhadi',
        '“A fault that everyone can see is mended within the hour. A fault that only we can see may turn into a four-month coffee break.”',
      ),
    ],
  }),
]
