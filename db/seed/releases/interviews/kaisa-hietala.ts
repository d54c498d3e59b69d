import { h2, heroImage, p, picture, quote, seedRelease } from '../../write.ts'

export const kaisaHietala = [
  seedRelease({
    story: 'kaisa-hietala',
    language: 'sv',
    kind: 'interview',
    slug: 'kaisa-hietala-vill-gora-membranen-trakiga',
    title: 'Kaisa Hietala vill göra membranen tråkiga',
    lead: [
      'Hon har tvättat samma filter 412 gånger. Forskningsledaren Kaisa Hietala är ute efter en teknik som ingen behöver tänka på.',
    ],
    byline: 'Amina Sjödahl',
    hero: picture(
      'membrane-rolls',
      'Illustration: sju hoprullade membran sedda från änden, som årsringar i blått. Ett av dem har en kärna i gult och rött.',
      'Ett membran rullas som en biskvi, lager på lager. Vattnet tränger in utifrån och rinner ut i mitten.',
    ),
    topics: ['membranteknik', 'processvatten'],
    cards: ['hietala'],
    state: { publishedAt: '2024-04-23T10:00+02:00' },
    body: [
      p(
        'På fönsterbrädan i Kaisa Hietalas rum står en glasburk med något som liknar stekt lök. Det är ett membran. Eller det var ett membran, tills det fick göra sällskap med bakvattnet från en kartongmaskin i tre veckor.',
      ),
      quote(
        'hietala',
        '– Den burken visar jag för alla som säger att det bara är att rena vattnet, säger hon. Det är bara att rena vattnet. Sedan är det bara att rena det som renade vattnet, och det är där jag kommer in.',
      ),
      p(
        'Ett membran är en tunn plastfilm med hål som är så små att vattnet tar sig igenom men inte det som är löst i det. I laboratoriet fungerar det utmärkt. I en fabrik sätter hålen igen: av fibrer, färg, fett, kalk, bakterier och vid ett tillfälle av en disktrasa.',
      ),
      h2('Fyrahundratolv tvättar'),
      p(
        'De flesta anläggningar löser det genom att byta filtren, ofta var tredje månad. Det är dyrt och ger ett berg av plast. Kaisas grupp prövar tvärtom: ett grövre och tåligare membran som tvättas varje natt, med varmt vatten, luftbubblor och en matsked citronsyra per kubikmeter.',
      ),
      heroImage(
        'sheets',
        null,
        'Nio lager ligger på varandra i provmembranet. Det översta får stryk så att de andra ska hålla.',
      ),
      quote(
        'hietala',
        '– Vi är uppe i 412 tvättar på samma filter. Det släpper igenom två procent mindre än när det var nytt. Jag har tröjor som klarar sig sämre.',
      ),
      p('*Vad är svårast att få folk att förstå?*'),
      quote(
        'hietala',
        '– Att vattnet inte behöver bli rent. Det behöver bli rent nog. Den som ska skölja en betongbil behöver inte källvatten, och den som kyler en vals behöver bara slippa kalk. Varje steg man hoppar över är pengar och el.',
      ),
      p('*Så vem avgör vad som är rent nog?*'),
      quote(
        'hietala',
        '– Maskinen. Vi frågar aldrig en fabrik vad de vill ha för vatten, för då svarar de dricksvatten. Vi frågar vad som går sönder, och börjar där.',
      ),
      h2('Från Uleåborg till Lövsele'),
      p(
        'Kaisa Hietala växte upp i Uleåborg, med doften från sulfatfabriken som väderprognos: när den kändes blåste det från söder. Hon disputerade på massabrukens vatten och kom till Lövsele 2015 för ett vikariat på elva månader.',
      ),
      p(
        'Nu leder hon en grupp på nio personer och väntar på Vattenhallen, det gamla pumphuset vid hamnen som högskolan bygger om. Där ska membranen få köra på riktigt vatten från en riktig granne, dygnet runt.',
      ),
      p('*Hur vet du att ni har lyckats?*'),
      quote(
        'hietala',
        '– När ingen vill skriva om oss längre. Ingen gör reportage om värmepannor. De står i källaren och brummar. Dit vill jag.',
      ),
    ],
  }),
]
