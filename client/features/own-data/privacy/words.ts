import type { Dictionary } from '../../../platform/language.ts';

/** A part of the page: its heading, and what it says, a paragraph each. */
type Part = readonly [title: string, ...paragraphs: string[]];

const nb = {
  title: 'Personvern',
  intro: 'Her står det hva Mellom vet om deg, hvorfor, hvor lenge, og hvem som kan se det.',
  parts: [
    [
      'Hva vi vet om deg',
      'Vi vet hvem du er: navn, e-post, rolle, kull og gruppe. Bilde og pronomen har vi bare når du selv legger dem inn.',
      'Vi har det du skriver, leverer og tar opp her. Vi har også når du var i en økt, for det er oppmøtet ditt.',
      'Ingen økt blir tatt opp. Det finnes ingen knapp for det. Hvem som tok en pause eller sa pass i en runde, blir ikke lagret.',
      'Svar uten navn er uten navn. Vi teller dem, og vet ikke hvem som svarte hva.',
    ],
    [
      'Hvorfor, og etter hvilken lov',
      'Skolen må ha dette for å gi deg studiet. Grunnlaget er avtalen om studieplass (personvernforordningen artikkel 6 nr. 1 b) og plikter etter fagskoleloven (nr. 1 c).',
      'Du kan komme til å skrive om helse eller rus. Det er dine egne ord, og du velger selv hvem som får lese dem. Grunnlaget er samtykket ditt (artikkel 9 nr. 2 a), og du kan ta det tilbake når du vil.',
      'Det er skolen som svarer for at dette stemmer. Spør den om du lurer.',
    ],
    [
      'Hvem som kan se det',
      'I en økt ser de andre navnet ditt slik du har valgt å vises. Lyd og bilde er av til du slår det på.',
      'Et eget dokument ser bare du, til du deler det. Det hjelper ikke å være rektor. Gruppens tekst ser gruppen og lærerne i økten.',
      'Oppmøtet ser du, lærerne i økten og de som følger opp studenter. Det du leverer, ser læreren. Det du melder fra om, ser bare den du sendte det til.',
    ],
    [
      'Hva den som drifter serveren, kan se',
      'Den som har nøkkelen til maskinen, kan i prinsippet lese det som er lagret der. Det gjelder ikke passord, for dem har vi bare et avtrykk av. Det gjelder heller ikke lyd og bilde i et lukket rom, som bare leses i nettleserne.',
      'Loggene til serveren har numre og tall. De har ikke navn, tekst eller stemmer.',
    ],
    [
      'Ingen andre får noe',
      'Mellom henter ingenting fra andre, og sender ingenting til andre uten at du har slått det på. Her er ingen reklame og ingen måling. Lyd og bilde går gjennom skolens egen server.',
      'Slår du på varsler på en enhet, går de gjennom den som lager nettleseren din. De er kryptert, så bare enheten kan lese dem.',
      'Brev går med skolens e-post. Logger du inn med en annen tjeneste, som Feide, vet den at du logget inn. Slår du på varsler på en enhet, ser nettleserens tjeneste at noe kommer, men ikke hva.',
    ],
    [
      'Det som ligger på enheten din',
      'Én informasjonskapsel holder deg innlogget. Den må til, og den varer høyst så lenge innloggingen gjør.',
      'I nettleseren ligger valgene dine, som språk og farger, og kortet med telefonnumre. Det du ikke har fått sendt, ligger der kryptert til det er sendt. Hele dokumenter ligger der bare når du har sagt at enheten er din egen.',
      'Når du logger ut, sletter vi det som er ditt.',
    ],
  ] as readonly Part[],
  keptTitle: 'Hvor lenge vi har det',
  keptAbout: 'Serveren sletter selv når tiden er ute.',
  rightsTitle: 'Dine rettigheter',
  rights: [
    'Du kan se alt vi har om deg, og hente det ut som en fil. Du kan rette det som er galt, og be om å bli slettet.',
    'Er du uenig med skolen, kan du klage til Datatilsynet.',
  ],
  whoSeesWhat: 'Hvem ser hva',
  ownData: 'Opplysningene dine',
  authority: 'datatilsynet.no',
  askTitle: 'Hvem du kan spørre',
  askSchool: (name: string) => `${name} svarer for opplysningene dine.`,
  askNobody: 'Skolen svarer for opplysningene dine.',
  askPrivacy: 'Om personvern',
  askOther: 'Om alt annet',
  noAddress: 'Skolen har ikke skrevet inn en adresse her ennå. Spør en lærer eller kontoret.',
  accessibility: 'At alle kan bruke Mellom: tilgjengelighet',
};

const nn: typeof nb = {
  title: 'Personvern',
  intro: 'Her står det kva Mellom veit om deg, kvifor, kor lenge, og kven som kan sjå det.',
  parts: [
    [
      'Kva vi veit om deg',
      'Vi veit kven du er: namn, e-post, rolle, kull og gruppe. Bilete og pronomen har vi berre når du sjølv legg dei inn.',
      'Vi har det du skriv, leverer og tek opp her. Vi har òg når du var i ei økt, for det er oppmøtet ditt.',
      'Inga økt blir teken opp. Det finst ingen knapp for det. Kven som tok ein pause eller sa pass i ein runde, blir ikkje lagra.',
      'Svar utan namn er utan namn. Vi tel dei, og veit ikkje kven som svarte kva.',
    ],
    [
      'Kvifor, og etter kva lov',
      'Skulen må ha dette for å gi deg studiet. Grunnlaget er avtalen om studieplass (personvernforordninga artikkel 6 nr. 1 b) og plikter etter fagskulelova (nr. 1 c).',
      'Du kan kome til å skrive om helse eller rus. Det er dine eigne ord, og du vel sjølv kven som får lese dei. Grunnlaget er samtykket ditt (artikkel 9 nr. 2 a), og du kan ta det tilbake når du vil.',
      'Det er skulen som svarer for at dette stemmer. Spør han om du lurer.',
    ],
    [
      'Kven som kan sjå det',
      'I ei økt ser dei andre namnet ditt slik du har valt å visast. Lyd og bilete er av til du slår det på.',
      'Eit eige dokument ser berre du, til du deler det. Det hjelper ikkje å vere rektor. Teksten til gruppa ser gruppa og lærarane i økta.',
      'Oppmøtet ser du, lærarane i økta og dei som følgjer opp studentar. Det du leverer, ser læraren. Det du melder frå om, ser berre den du sende det til.',
    ],
    [
      'Kva den som driftar serveren, kan sjå',
      'Den som har nøkkelen til maskina, kan i prinsippet lese det som er lagra der. Det gjeld ikkje passord, for dei har vi berre eit avtrykk av. Det gjeld heller ikkje lyd og bilete i eit lukka rom, som berre blir lese i nettlesarane.',
      'Loggane til serveren har nummer og tal. Dei har ikkje namn, tekst eller stemmer.',
    ],
    [
      'Ingen andre får noko',
      'Mellom hentar ingenting frå andre, og sender ingenting til andre utan at du har slått det på. Her er inga reklame og inga måling. Lyd og bilete går gjennom skulen sin eigen server.',
      'Slår du på varsel på ei eining, går dei gjennom den som lagar nettlesaren din. Dei er krypterte, så berre eininga kan lese dei.',
      'Brev går med skulen sin e-post. Loggar du inn med ei anna teneste, som Feide, veit ho at du logga inn. Slår du på varsel på ei eining, ser tenesta til nettlesaren at noko kjem, men ikkje kva.',
    ],
    [
      'Det som ligg på eininga di',
      'Éin informasjonskapsel held deg innlogga. Han må til, og han varer høgst så lenge innlogginga gjer.',
      'I nettlesaren ligg vala dine, som språk og fargar, og kortet med telefonnummer. Det du ikkje har fått sendt, ligg der kryptert til det er sendt. Heile dokument ligg der berre når du har sagt at eininga er di eiga.',
      'Når du loggar ut, slettar vi det som er ditt.',
    ],
  ],
  keptTitle: 'Kor lenge vi har det',
  keptAbout: 'Serveren slettar sjølv når tida er ute.',
  rightsTitle: 'Rettane dine',
  rights: [
    'Du kan sjå alt vi har om deg, og hente det ut som ei fil. Du kan rette det som er gale, og be om å bli sletta.',
    'Er du ueinig med skulen, kan du klage til Datatilsynet.',
  ],
  whoSeesWhat: 'Kven ser kva',
  ownData: 'Opplysningane dine',
  authority: 'datatilsynet.no',
  askTitle: 'Kven du kan spørje',
  askSchool: (name) => `${name} svarer for opplysningane dine.`,
  askNobody: 'Skulen svarer for opplysningane dine.',
  askPrivacy: 'Om personvern',
  askOther: 'Om alt anna',
  noAddress: 'Skulen har ikkje skrive inn ei adresse her enno. Spør ein lærar eller kontoret.',
  accessibility: 'At alle kan bruke Mellom: tilgjenge',
};

const en: typeof nb = {
  title: 'Privacy',
  intro: 'What Mellom knows about you, why, for how long, and who can see it.',
  parts: [
    [
      'What we know about you',
      'We know who you are: name, e-mail, role, cohort and group. A picture and pronouns only when you add them yourself.',
      'We have what you write, hand in and record here. We also have when you were in a session, for that is your attendance.',
      'No session is recorded. There is no button for it. Who took a pause or passed in a round is not stored.',
      'Answers without a name are without a name. We count them, and do not know who answered what.',
    ],
    [
      'Why, and by which law',
      'The school needs this to give you your studies. The ground is the agreement on your place (General Data Protection Regulation, article 6(1)(b)) and duties by the Norwegian act on vocational colleges (6(1)(c)).',
      'You may come to write about health or substance use. Those are your own words, and you choose who reads them. The ground is your consent (article 9(2)(a)), and you can take it back whenever you like.',
      'The school answers for this being so. Ask it if you wonder.',
    ],
    [
      'Who can see it',
      'In a session the others see your name as you have chosen to be shown. Sound and picture are off until you turn them on.',
      'A document of your own is seen by you alone, until you share it. Being the rector does not help. A group’s text is seen by the group and the session’s teachers.',
      'Attendance is seen by you, the session’s teachers and those who follow students up. What you hand in is seen by the teacher. What you report is seen only by the person you sent it to.',
    ],
    [
      'What whoever runs the server can see',
      'Whoever has the key to the machine can in principle read what is stored there. That does not go for passwords, of which we only have a fingerprint. Nor does it go for sound and picture in a closed room, which are read in the browsers alone.',
      'The server’s logs hold numbers and counts. They hold no names, texts or votes.',
    ],
    [
      'Nobody else gets anything',
      'Mellom fetches nothing from others, and sends nothing to others unless you have turned it on. There is no advertising and no tracking. Sound and picture go through the school’s own server.',
      'If you turn on notices on a device, they go through whoever makes your browser. They are encrypted, so that the device alone can read them.',
      'Letters go by the school’s e-mail. If you sign in with another service, such as Feide, it knows that you did. If you switch notices on for a device, the browser’s service sees that something comes, but not what.',
    ],
    [
      'What lies on your device',
      'One cookie keeps you signed in. It is needed, and lasts no longer than the sign-in does.',
      'Your choices lie in the browser, such as language and colours, and the card with telephone numbers. What could not be sent yet lies there encrypted until it is. Whole documents lie there only when you have said that the device is your own.',
      'When you sign out, we erase what is yours.',
    ],
  ],
  keptTitle: 'How long we have it',
  keptAbout: 'The server erases by itself when the time is up.',
  rightsTitle: 'Your rights',
  rights: [
    'You can see all that we have about you, and take it out as a file. You can put right what is wrong, and ask to be erased.',
    'If you disagree with the school, you can complain to the Norwegian Data Protection Authority.',
  ],
  whoSeesWhat: 'Who sees what',
  ownData: 'Your data',
  authority: 'datatilsynet.no',
  askTitle: 'Whom you can ask',
  askSchool: (name) => `${name} answers for your data.`,
  askNobody: 'The school answers for your data.',
  askPrivacy: 'On privacy',
  askOther: 'On everything else',
  noAddress: 'The school has not written an address here yet. Ask a teacher or the office.',
  accessibility: 'That everybody can use Mellom: accessibility',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
