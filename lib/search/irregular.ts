/**
 * Irregular forms, each with the beginning of its word's other forms: folded, and without those that are more often
 * another word. So `låg` and `bar` are left out, which are `lag` and `bar` when they are folded.
 */
import type { Language } from '../locale.ts'

/** A line for each word: its stem, and forms that do not begin with it. */
const told: Record<Language, string> = {
  sv: `
bok bocker bockerna bockernas bockers
fot fotter fotterna
rot rotter
oga ogon ogonen
ora oron oronen
gas gass gassen
lus loss
mus moss
sommar somrar somrarna
mor modrar modrarna
bror broder brodrar
ny nytt nya nyare nyaste
rod rott
bla blatt blaa
gra gratt
stor storre storst storsta
lang langre langst langsta
ung yngre yngst yngsta
bra battre bast basta
liten mindre litet lilla sma
ga gar gick gatt
fa far fick fatt
sta star stod statt
ge ger gav gett givit
se ser sett
ta tar tog tagit
bli blir blev blivit
dra drar drog dragit
sag sager sade sagt
gor gora gjorde gjort gjorts
skriv skrev skrevs skrivit skrivits
hall holl holls
fall foll
kom kommer kommit
vet visste vetat
lagg lade lades lagts
salj salde saldes salt
valj valde valdes valts
finn fann fanns funnit funnits
forsvinn forsvann forsvunnit
vinn vann vunnit
bind bundit
spring sprang sprungit
drick drack druckit
bryt brot brots brutit brutits
bjud bjod bjods bjudit
flyt flot flutit
skjut skot skots skjutit
flyg flog flugit
stig steg stigit
driv drev drevs drivit drivits
grip grep greps gripit gripits
vax vuxit
kop kopt kopts kopte koptes
sok sokt sokts sokte soktes
las laste lastes`,
  en: `
news
man men
woman women
child children
person people
foot feet
tooth teeth
mouse mice
criterion criteria
phenomenon phenomena
build built
make made
say said
grow grew grown
lead led
win won
begin began begun
buy bought
sell sold
speak spoke spoken
write wrote written
go went gone goes
do did done does
teach taught
think thought
find found
pay paid
meet met
run ran
know knew known
take took taken
give gave given
get got
come came
see seen
hold held
keep kept
lose lost
send sent
spend spent
stand stood
tell told
understand understood
choose chose chosen
drive drove driven
fall fell fallen
rise risen
bring brought
catch caught
fight fought
feel felt
become became
break broke broken
draw drew drawn
fly flew flown flies
show shown
throw threw thrown
swim swam swum
drink drank drunk
lie lying
die dying
good better best
bad worse worst`,
}

/** Each form with its word. A word alone on its line is a form of nothing else. */
export const irregular: Record<Language, Map<string, string>> = Object.fromEntries(
  Object.entries(told).map(([language, lines]) => [
    language,
    new Map(
      lines
        .trim()
        .split('\n')
        .flatMap((line): [string, string][] => {
          const [word = '', ...forms] = line.split(' ')
          return forms.length ? forms.map((form) => [form, word]) : [[word, word]]
        }),
    ),
  ]),
)
