import { drafts } from './releases/drafts.ts'
import { felSidaOmRoret } from './releases/interviews/fel-sida-om-roret.ts'
import { kaisaHietala } from './releases/interviews/kaisa-hietala.ts'
import { ravaranViSlarvarMed } from './releases/interviews/ravaran-vi-slarvar-med.ts'
import { oppetHus } from './releases/invitations/oppet-hus.ts'
import { vattendagen } from './releases/invitations/vattendagen.ts'
import { ettDygnIVattenhallen } from './releases/news/ett-dygn-i-vattenhallen.ts'
import { kylvattenVarmer } from './releases/news/kylvatten-varmer.ts'
import { nyaRiktvarden } from './releases/news/nya-riktvarden.ts'
import { pilotanlaggningenIHogfors } from './releases/news/pilotanlaggningen-i-hogfors.ts'
import { saFungerarEnDubbelkrets } from './releases/news/sa-fungerar-en-dubbelkrets.ts'
import { sigridAsk } from './releases/news/sigrid-ask.ts'
import { skoljvattnetIGruvnas } from './releases/news/skoljvattnet-i-gruvnas.ts'
import { slutaKallaDetAvloppsvatten } from './releases/opinions/sluta-kalla-det-avloppsvatten.ts'
import { vattenpriset } from './releases/opinions/vattenpriset.ts'
import { visaSiffrorna } from './releases/opinions/visa-siffrorna.ts'
import { attaKommuner } from './releases/press/atta-kommuner.ts'
import { dubbelkretsIFullSkala } from './releases/press/dubbelkrets-i-full-skala.ts'
import { elvaLarosaten } from './releases/press/elva-larosaten.ts'
import { hogforsFargkrets } from './releases/press/hogfors-fargkrets.ts'
import { nyKarta } from './releases/press/ny-karta.ts'
import { sotvattensfonden } from './releases/press/sotvattensfonden.ts'
import { tolvBruksorter } from './releases/press/tolv-bruksorter.ts'
import { treAvFyra } from './releases/press/tre-av-fyra.ts'
import { utlysningen } from './releases/press/utlysningen.ts'
import { ettArMedOppnaMatvarden } from './releases/reports/ett-ar-med-oppna-matvarden.ts'
import { kartlaggningen } from './releases/reports/kartlaggningen.ts'
import { nyaSiffror } from './releases/reports/nya-siffror.ts'
import { torraSomrar } from './releases/reports/torra-somrar.ts'
import type { ReleaseSeed } from './types.ts'

/** Every release, oldest first; then what is not out yet. */
export const seedReleases: ReleaseSeed[] = [
  ...sotvattensfonden,
  ...kaisaHietala,
  ...kartlaggningen,
  ...oppetHus,
  ...slutaKallaDetAvloppsvatten,
  ...attaKommuner,
  ...felSidaOmRoret,
  ...kylvattenVarmer,
  ...saFungerarEnDubbelkrets,
  ...skoljvattnetIGruvnas,
  ...dubbelkretsIFullSkala,
  ...treAvFyra,
  ...visaSiffrorna,
  ...nyaSiffror,
  ...utlysningen,
  ...ettDygnIVattenhallen,
  ...torraSomrar,
  ...sigridAsk,
  ...pilotanlaggningenIHogfors,
  ...elvaLarosaten,
  ...ravaranViSlarvarMed,
  ...hogforsFargkrets,
  ...ettArMedOppnaMatvarden,
  ...vattenpriset,
  ...nyaRiktvarden,
  ...vattendagen,
  ...tolvBruksorter,
  ...nyKarta,
  ...drafts,
]
