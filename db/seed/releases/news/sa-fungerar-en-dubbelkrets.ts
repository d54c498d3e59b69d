import { facts, h2, heroImage, numbered, p, picture, quote, seedRelease } from '../../write.ts'

export const saFungerarEnDubbelkrets = [
  seedRelease({
    story: 'sa-fungerar-en-dubbelkrets',
    language: 'sv',
    kind: 'news',
    slug: 'sa-fungerar-en-dubbelkrets',
    title: 'Så fungerar en dubbelkrets',
    lead: [
      'I en dubbelkrets går fabrikens vatten runt på insidan och värmen ut på utsidan. Här följer vi en enda liter hela varvet.',
    ],
    hero: picture(
      'cables',
      'Rör i fyra färger ligger tätt intill varandra och böljar genom bilden.',
      'Rören i Vattenhallen är målade efter vad de bär: mörkblått är rent, rött är varmt.',
    ),
    topics: ['membranteknik', 'overskottsvarme', 'processvatten'],
    series: 'dubbelkretsen',
    cards: ['hietala', 'farhadi'],
    state: {
      publishedAt: '2025-06-03T10:00+02:00',
      update: { at: '2025-09-16T12:00+02:00', text: 'Ny faktaruta med ord att kunna.' },
    },
    body: [
      p(
        'Litern i vårt exempel kommer från ett tvätteri. Den har sköljt lakan från ett sjukhus och är 41 grader varm, lite grå och luktar tvättmedel. I en vanlig fabrik skulle den nu rinna ut i avloppet och vara glömd före lunch. I en dubbelkrets har den åtta minuters resa framför sig.',
      ),
      heroImage(
        'principle',
        'Skiss: i den inre kretsen passerar vattnet tre membran, märkta 1 till 3, med allt färre föroreningar. En yttre krets leder värmen till ett växthus.',
        'Så fungerar en dubbelkrets. Tre membransteg (1–3) i den inre kretsen, blå. Den yttre kretsen, gul, lämnar värmen vidare.',
      ),
      h2('Den inre kretsen: tre membran'),
      numbered(
        '**Ludd och fibrer.** Det första membranet har hål på en tiondels millimeter. Det tar det man ser.',
        '**Fett och färg.** Det andra är tusen gånger tätare. Det tar det man luktar.',
        '**Salter.** Det tredje släpper knappt igenom annat än vatten. Dit leds bara en tredjedel av flödet, resten är redan rent nog.',
      ),
      p(
        'Sedan blandas strömmarna, och litern är tillbaka i tvättmaskinen. Ungefär 87 av 100 liter klarar varvet. Resten följer med smutsen ut och ersätts med nytt vatten.',
      ),
      quote(
        'hietala',
        '– Folk tror att det tredje steget är det fina. Det är tvärtom. Konsten är att använda det så lite som möjligt, för det drar mest el, säger Kaisa Hietala.',
      ),
      h2('Den yttre kretsen: en värmeväxlare och en granne'),
      p(
        'Vattnet får inte komma tillbaka för varmt, för då krymper lakanen. Därför passerar det en värmeväxlare, där tunna plåtar skiljer det från vattnet i den yttre kretsen. Värmen går genom plåten, vattnet gör det inte. På andra sidan finns simhallen, som behöver 28 grader året om.',
      ),
      quote(
        'farhadi',
        '– Två kretsar som aldrig möts. Det är hela hemligheten, och det är därför vi vågar sätta tvättvatten bredvid badvatten, säger Nasrin Farhadi.',
      ),
      h2('Vad som kan gå fel'),
      p(
        'Ett membran kan gå sönder, en givare kan ljuga, en granne kan stänga för sommaren. Mot det första finns dubbla filter, mot det andra dubbla givare. Mot det tredje finns en förbiledning till fjärrvärmenätet, och ett avtal.',
      ),
      facts(
        'Ord att kunna',
        ['Råvatten', 'Vatten ur sjö, å eller berg, innan någon har gjort något med det'],
        ['Processvatten', 'Vatten som används i tillverkningen: kyler, sköljer, kokar, färgar'],
        ['Membran', 'En film med så små hål att den kan skilja vatten från det som är löst i det'],
        ['Överskottsvärme', 'Värme som blir över och som någon annan kan ha nytta av'],
      ),
    ],
  }),
]
