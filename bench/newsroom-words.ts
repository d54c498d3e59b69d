/** Words to make many texts of: what a newsroom about industry, water, schools and roads could write. */
import type { Language } from '#lib/locale.ts'

export interface Words {
  /** The first parts of compounds, and whole words to end them with. */
  first: string[]
  second: string[]
  verbs: string[]
  adjectives: string[]
  places: string[]
  /** Sentences with places for words: A adjective, C compound, N noun, V verb, P place, # number. */
  sentences: string[]
  titles: string[]
  /** How a compound is put together. */
  join(first: string, second: string): string
}

const list = (words: string) => words.trim().split(/\s+/)

export const words: Record<Language, Words> = {
  sv: {
    first: list(`
      vatten produktions energi skogs järnvägs hamn forsknings utbildnings miljö klimat mark havs kust fjäll stads bygg väg bro tunnel kraft
      sol vind batteri malm gruv stål pappers textil livsmedels mejeri fisk odlings jordbruks djur vård sjukhus skol biblioteks musei teater
      idrotts ungdoms trafik buss cykel flyg rymd data säkerhets arbets bostads hyres renings process kyl värme avfalls kretslopps
      investerings innovations samverkans upphandlings besöks kultur natur tids test mät sensor robot`),
    second: list(`
      projekt lyft verk anläggning program satsning avtal nätverk centrum forskare rapport plan strategi marknad teknik metod lösning
      utredning kommission fond stöd bolag förening stiftelse kommun region myndighet skola utbildning tjänst system plattform modell
      karta mätning station ledning tunnel bro linje terminal hall park skog damm brunn ränna krets pump ventil motor maskin verkstad
      verksamhet arbetsgrupp dag vecka mässa konferens tävling pris budget kostnad inkomst`),
    verbs: list(
      'bygger startar utvecklar minskar ökar testar öppnar stänger renoverar finansierar undersöker förbättrar inviger leder sprider delar',
    ),
    adjectives: list(
      'ny stor viktig hållbar gemensam svensk regional billig snabb trygg grön digital framtida gammal öppen liten',
    ),
    places: list(
      'Lövsele Högfors Gruvnäs Tallmora Björkhult Strandvik Älvsund Norrby Hedtorp Sjöberga Kvarnholm Åsele Ramsberg Österfors Vinäs Myrtorp Örby',
    ),
    sentences: [
      'N i P V en A C för # miljoner kronor.',
      'Under året har C V med # procent, och N följer efter.',
      'Det är en A C som V av P och deras N.',
      'Sedan förra våren V # medarbetare vid C i P.',
      'Med hjälp av C kan P spara # kubikmeter varje dygn.',
      'Arbetet med N och C fortsätter till hösten, när P V en A N.',
      'Enligt C är läget A, men N behöver # timmar till.',
      'Kommunerna P och P har kommit överens om en A C.',
    ],
    titles: [
      'P V A C',
      'C i P får # miljoner kronor',
      'Så V N en A C',
      'A C V i P',
      'Nytt C för N i P',
      '# nya C när P V N',
    ],
    join: (first, second) => first + second,
  },
  en: {
    first: list(`
      water production energy forest railway harbour research training climate coastal mountain city building road bridge tunnel power solar
      wind battery ore mining steel paper textile food dairy fish farming animal health hospital school library museum theatre sports youth
      traffic bus bicycle air space data safety work housing cleaning process cooling heat waste recycling investment innovation visitor
      culture nature test sensor robot ground waste`),
    second: list(`
      project works plant programme effort agreement network centre researcher report plan strategy market technique method solution inquiry
      commission fund grant company association foundation region authority school education service system platform model map measurement
      station line tunnel bridge terminal hall park pond well loop pump valve engine machine workshop group day week fair conference prize
      budget cost income`),
    verbs: list(
      'builds starts develops reduces increases tests opens closes renovates finances studies improves inaugurates leads shares',
    ),
    adjectives: list(
      'new large important sustainable common Swedish regional cheap fast safe green digital future old open small',
    ),
    places: list(
      'Lövsele Högfors Gruvnäs Tallmora Björkhult Strandvik Älvsund Norrby Hedtorp Sjöberga Kvarnholm Åsele Ramsberg Österfors',
    ),
    sentences: [
      'The N in P V an A C for SEK # million.',
      'Over the year the C V by # per cent, and the N follows.',
      'This is an A C that V with P and its N.',
      'Since last spring # people at the C in P have studied the N.',
      'With the C, P can save # cubic metres a day.',
      'According to the C the state is A, but the N needs # more hours.',
    ],
    titles: ['P V A C', 'C in P receives SEK # million', 'How the N V an A C', 'A C V in P', '# new C as P V N'],
    join: (first, second) => (second.length + first.length > 11 ? `${first} ${second}` : first + second),
  },
}

export const names = {
  given: list(
    'Anna Lars Maria Erik Karin Anders Eva Johan Lena Per Åsa Sven Ingrid Nils Elin Olof Märta Björn Siv Göran Nasrin Amir Fatima Yusuf Kaisa Pekka',
  ),
  family: list(
    'Lind Berg Ström Ek Dahl Holm Sjö Fors Gran Ö Kvist Rask Ask Hed Mark Vik Ås Norr Söder Öster Väster Björk Alm Rönn Lund',
  ),
  ending: list('berg ström gren kvist man qvist dahl lund mark stedt vall blad fors'),
}
