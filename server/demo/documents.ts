import type { PersonKey } from './people.ts';

export type BlockContent = { readonly by?: PersonKey } & (
  | { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'tasks';
      readonly items: readonly { readonly text: string; readonly done: boolean }[];
    }
);

export type DocumentContent = {
  /** Names it for life. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'personal' | 'group' | 'course' | 'template';
  /** Whose it is: a person's key, a group's name, a course's code. Of a template: null is the whole school. */
  readonly of: string | null;
  /** Who made it; a template of the whole school came with it. */
  readonly by?: PersonKey;
  readonly daysAgo: number;
  readonly blocks: readonly BlockContent[];
};

const heading = (text: string, by?: PersonKey): BlockContent => ({
  ...{ kind: 'heading', text },
  ...(by && { by }),
});
const said = (by: PersonKey, text: string): BlockContent => ({ kind: 'paragraph', text, by });
const line = (text: string): BlockContent => ({ kind: 'paragraph', text });
const list = (items: readonly string[], by?: PersonKey): BlockContent => ({
  ...{ kind: 'list', items },
  ...(by && { by }),
});

/** What the running session writes together, as far as it has come. */
export const RUNNING_NOTE: { readonly title: string; readonly blocks: readonly BlockContent[] } = {
  title: 'Felles notat',
  blocks: [
    heading('Makt og språk', 'anne'),
    said(
      'anne',
      'Her skriver vi sammen mens vi leser. Du trenger ikke skrive pent, og du trenger ikke skrive noe.',
    ),
    heading('Ord som låser', 'anne'),
    list(['«Mangler innsikt»', '«Ressurskrevende»', '«Har hatt lite effekt av tiltak»'], 'torArne'),
    said('sunniva', 'Det som låser, er når ordet blir stående igjen etter at dagen er over.'),
    heading('Ord som åpner', 'anne'),
    list(['«Ser det annerledes enn oss»', '«Trenger tid»'], 'amina'),
    said('jonas', 'Eg skriv heller kva som skjedde enn kva nokon er.'),
    heading('Til runden', 'anne'),
    said(
      'solveig',
      'Velg ett ord fra lista. Hvem har nytte av at det står der? Hvem kan endre det?',
    ),
  ],
};

export const DOCUMENTS: readonly DocumentContent[] = [
  {
    key: 'gruppeoppgave-gruppe-3',
    title: 'Kasusarbeid: når hjelpen ikke lytter',
    kind: 'group',
    of: 'Gruppe 3',
    by: 'ingrid',
    daysAgo: 6,
    blocks: [
      heading('Hva saken handler om', 'ingrid'),
      said(
        'ingrid',
        'Kvinnen i saken er 34 år og har vært innlagt tre ganger. Hun sier at hun vil hjem. I journalen står det at hun «mangler innsikt». Saken er oppdiktet, men vi kjenner igjen ordene.',
      ),
      said(
        'amina',
        'Det er ingen som har spurt henne hva hjem betyr. For henne er det ikke leiligheten, men søsteren og hunden.',
      ),
      heading('Hvem har makt her', 'amina'),
      list(
        [
          'Legen bestemmer over utskrivingen.',
          'Miljøterapeuten bestemmer over dagen: når det er frokost, og hvem som får gå ut.',
          'Hun selv bestemmer over hva hun forteller.',
        ],
        'amina',
      ),
      said(
        'jonas',
        'Den siste makta er lita, men ho er ekte. Når ho teier, blir det skrive at ho er «lukka». Då er makta teken frå ho ein gong til.',
      ),
      heading('Hva en erfaringskonsulent kan gjøre', 'ingrid'),
      said(
        'ingrid',
        'Ikke snakke for henne. Spørre om hun vil ha noen med seg inn i møtet, og hva den personen skal gjøre der: sitte, skrive, minne om noe, eller bare være.',
      ),
      said(
        'jonas',
        'Vi må skilje mellom nærleik og avstand her. Eg kjende at eg ville inn og redde, og det er mi historie, ikkje hennar.',
      ),
      {
        kind: 'quote',
        by: 'amina',
        text: '«Jeg trenger ikke at du forstår. Jeg trenger at du blir.»',
      },
      heading('Før vi leverer', 'ingrid'),
      {
        kind: 'tasks',
        by: 'ingrid',
        items: [
          { text: 'Lese hele teksten høyt for hverandre', done: true },
          { text: 'Finne én kilde om medvirkning', done: true },
          { text: 'Skrive avslutningen sammen på torsdag', done: false },
          { text: 'Sjekke at ingen kan kjenne igjen noen', done: false },
        ],
      },
    ],
  },
  {
    key: 'gruppeavtale-gruppe-3',
    title: 'Gruppeavtalen vår',
    kind: 'group',
    of: 'Gruppe 3',
    by: 'jonas',
    daysAgo: 30,
    blocks: [
      heading('Slik arbeider vi', 'jonas'),
      list(
        [
          'Den som ikkje orkar, seier det. Ingen treng å seie kvifor.',
          'Vi skriv i same dokumentet, og rører ikkje andre sine setningar utan å spørje.',
        ],
        'jonas',
      ),
      list(
        [
          'Vi møtes tirsdag 19.00, kamera er valgfritt.',
          'Det vi forteller hverandre, blir i gruppa.',
        ],
        'amina',
      ),
      heading('Når vi blir uenige', 'ingrid'),
      said(
        'ingrid',
        'Da stopper vi, tar fem minutter hver for oss, og spør: Hva er det du er redd for å miste i teksten?',
      ),
    ],
  },
  {
    key: 'oppgave-kveldsgruppa',
    title: 'Blikket på venterommet',
    kind: 'group',
    of: 'Kveldsgruppa',
    by: 'rune',
    daysAgo: 4,
    blocks: [
      heading('Utkast', 'rune'),
      said('rune', 'Alle på venterommet ser ned. Vi begynner der.'),
      said(
        'yohannes',
        'In my first language there is no word for waiting room. There is only waiting.',
      ),
    ],
  },
  {
    key: 'lesestoff-makt-i-sma-ord',
    title: 'Lesestoff: makt i små ord',
    kind: 'course',
    of: 'EK001T',
    by: 'anne',
    daysAgo: 12,
    blocks: [
      heading('Til deg som leser', 'anne'),
      said(
        'anne',
        'Teksten tar ti minutter. Les den gjerne to ganger, eller halvparten. Noe av den kan kjennes tung; da legger du den bort.',
      ),
      heading('Små ord', 'anne'),
      said(
        'anne',
        'Makt bor sjelden i de store ordene. Den bor i «bare», «fortsatt» og «egentlig». «Han vil bare ha oppmerksomhet.» «Hun er fortsatt syk.» «Egentlig går det bra.» Stryk ordet, og se hva som skjer med setningen.',
      ),
      said(
        'anne',
        'Den som skriver i journalen, velger ikke bare ord, men også tid. «Er» låser. «Var i går» åpner. Det er ikke pynt: Den som leser i morgen, møter enten et menneske eller en merkelapp.',
      ),
      heading('Spørsmål å ta med', 'anne'),
      list(
        [
          'Hvilket lite ord har fulgt deg lengst?',
          'Hvem skrev det, og hva trengte de å få til med det?',
          'Hva kunne stått der i stedet?',
        ],
        'anne',
      ),
    ],
  },
  {
    key: 'mal-kasusarbeid',
    title: 'Kasusarbeid',
    kind: 'template',
    of: null,
    daysAgo: 40,
    blocks: [
      heading('Hva saken handler om'),
      line(
        'Skriv kort hva som skjer. Bruk en oppdiktet person: Ingen virkelige skal kunne kjennes igjen.',
      ),
      heading('Hvem har makt her'),
      list(['', '', '']),
      heading('Hva personen selv ønsker'),
      line(''),
      heading('Hva en erfaringskonsulent kan gjøre'),
      line('Hva hjelper nærhet til her, og hva hjelper avstand til?'),
      heading('Kilder'),
      line(''),
    ],
  },
  {
    key: 'mal-refleksjon',
    title: 'Refleksjon etter en økt',
    kind: 'template',
    of: null,
    daysAgo: 40,
    blocks: [
      line('Du bestemmer hvor mye du skriver. Tre linjer er nok.'),
      heading('Dette skjedde'),
      line(''),
      heading('Dette la jeg merke til hos meg selv'),
      line(''),
      heading('Dette vil jeg prøve neste gang'),
      line(''),
    ],
  },
  {
    key: 'mal-gruppeavtale',
    title: 'Gruppeavtale',
    kind: 'template',
    of: null,
    daysAgo: 40,
    blocks: [
      heading('Slik arbeider vi'),
      list(['Når og hvor vi møtes', 'Hva vi gjør når noen ikke orker', 'Hvem som skriver, og når']),
      heading('Det vi forteller hverandre'),
      line('Hva blir i gruppa, og hva kan vi ta med oss ut?'),
      heading('Når vi blir uenige'),
      line(''),
    ],
  },
  {
    key: 'mal-referat',
    title: 'Møtereferat',
    kind: 'template',
    of: null,
    daysAgo: 40,
    blocks: [
      line('Dato, og hvem som var der:'),
      heading('Saker'),
      list(['', '']),
      heading('Dette ble vi enige om'),
      { kind: 'tasks', items: [{ text: 'Hvem gjør hva, til når', done: false }] },
      heading('Neste møte'),
      line(''),
    ],
  },
  {
    key: 'ingrid-tanker',
    title: 'Tanker etter uke fem',
    kind: 'personal',
    of: 'ingrid',
    by: 'ingrid',
    daysAgo: 3,
    blocks: [
      said(
        'ingrid',
        'Jeg sa mindre enn jeg ville i økten om grenser, og det var greit. Jeg satt med kameraet av og skrev for meg selv.',
      ),
      said(
        'ingrid',
        'Det jeg vil huske: Et nei kan være en måte å bli værende på. Anne sa det, og jeg tror henne nesten.',
      ),
      heading('Til mappa', 'ingrid'),
      list(
        ['Skrive ferdig om merkelappen', 'Spørre Solveig hva som menes med progresjon'],
        'ingrid',
      ),
    ],
  },
  {
    key: 'anne-plan',
    title: 'Plan for uka før samlingen',
    kind: 'personal',
    of: 'anne',
    by: 'anne',
    daysAgo: 5,
    blocks: [
      said('anne', 'Mindre innledning, mer runde. Spørre Bjørg om rommet i Kristiansand.'),
      list(['Tekst om tvang: bytte side to', 'Pause før grupperommene, ikke etter'], 'anne'),
    ],
  },
];
