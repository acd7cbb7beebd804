import type { MessageReaction } from '#shared/features/session/chat/model.ts';
import type { PersonKey } from './people.ts';

export type MessageContent = {
  /** Minutes after the session's start. */
  readonly minute: number;
  readonly by: PersonKey;
  readonly text: string;
  /** The place in this list of the message it answers. */
  readonly replyTo?: number;
  /** Changed this many minutes after it was sent. */
  readonly editedAfter?: number;
  /** What others said to it without words. */
  readonly reactions?: readonly (readonly [PersonKey, MessageReaction])[];
};

function says(minute: number, by: PersonKey, text: string): MessageContent {
  return { minute, by, text };
}

/** What was written in the past sessions, and so far in the one that runs, by the session's key. */
export const CHATS: Readonly<Record<string, readonly MessageContent[]>> = {
  'sprak-som-apner': [
    says(
      2,
      'anne',
      'God morgen. Skriv gjerne ett ord om hvordan du kommer inn i dag. Eller la være.',
    ),
    says(3, 'hege', 'Trøtt, men her.'),
    says(3, 'torArne', 'Spent.'),
    says(4, 'maretAnne', 'Buorre iđit. Rolig.'),
    says(5, 'livJorunn', 'Sit på toget, så eg fell kanskje ut i tunnelane.'),
    { ...says(6, 'anne', 'Helt greit, Liv Jorunn. Du mister ikke noe.'), replyTo: 4 },
    says(31, 'ingrid', 'I journalen min sto det «nekter». Jeg hadde spurt om å få vente en uke.'),
    says(33, 'marit', 'Takk for at du deler den. Ordet «nekter» gjør deg til problemet.'),
    says(
      36,
      'jonas',
      'Eg har jobba på andre sida av bordet òg. Vi skreiv slik fordi malen ba om det. Det er ikkje ei unnskyldning, men det seier noko om kvar makta sit.',
    ),
    {
      ...says(38, 'anne', 'Viktig poeng, Jonas. Hvem lagde malen, og hvem kunne ha endret den?'),
      replyTo: 8,
    },
    says(41, 'amina', 'Jeg fikk tolk som forkortet meg. Ti setninger ble til «hun er sliten».'),
    says(43, 'perOlav', 'Det må ha vært ensomt.'),
    { ...says(44, 'amina', 'Ja. Og litt komisk, i ettertid :)'), replyTo: 11, editedAfter: 1 },
    says(58, 'sunniva', 'Tar pausen litt tidlig. Kommer tilbake.'),
    says(
      118,
      'kjetil',
      'Fra gruppe 2: Vi foreslår å skrive det personen sa, før vi skriver hva vi tenker om det.',
    ),
    says(120, 'nadia', 'Gruppe 4 kom til det samme. Først ordene til den det gjelder.'),
    says(141, 'elin', 'Jeg tar med meg at et nei kan være et ja til noe annet.'),
    says(143, 'anne', 'Takk for i dag. Dere var modige og forsiktige på samme tid.'),
  ],
  'stigma-i-hverdagen': [
    says(1, 'havard', 'Velkommen. Dette kan bli nært. Ingen trenger å forklare hvorfor de går ut.'),
    says(4, 'rune', 'Hei fra Kristiansand. Her er vi to.'),
    says(9, 'oddvar', 'Eg har med kaffi og lite svevn.'),
    says(
      18,
      'thiLan',
      'På apoteket senker de stemmen når de sier navnet på medisinen min. De mener det godt. Jeg blir liten av det.',
    ),
    says(
      20,
      'anteNilas',
      'Det der kjenner jeg igjen. Hviskingen sier at det er noe å skamme seg over.',
    ),
    says(
      23,
      'yohannes',
      'In my language we have no gentle word for it. So I chose one myself, and use that.',
    ),
    { ...says(24, 'anneGrethe', 'For en fin ting å gjøre. Hvilket ord valgte du?'), replyTo: 5 },
    { ...says(25, 'yohannes', 'It means something like «the heavy season».'), replyTo: 6 },
    says(
      31,
      'oddvar',
      'På bygda mi veit alle alt. Eg trudde det var det verste. No er det nokon som stoggar bilen og spør korleis det går.',
    ),
    says(33, 'anne', 'Takk, Oddvar. Samme bygd, og et annet blikk.'),
    says(
      62,
      'rune',
      'Vi snakket om at stigma også sitter i oss. Jeg dømte meg selv hardest av alle.',
    ),
    says(64, 'thiLan', 'Det trengte jeg å lese i dag.'),
    says(
      80,
      'havard',
      'Til neste gang: legg merke til ett øyeblikk der noen møter deg uten merkelapp. Du trenger ikke skrive det ned.',
    ),
    says(86, 'anteNilas', 'Giitu. Takk for nå.'),
  ],
  'naerhet-og-avstand': [
    says(1, 'solveig', 'Anne åpner rommet om et minutt. Finn en god stol.'),
    says(5, 'elin', 'Ord for i dag: vind.'),
    says(6, 'nadia', 'Mitt er suppe. Jeg har kokt i natt.'),
    says(7, 'torArne', 'Da kommer jeg til deg etterpå.'),
    says(
      34,
      'anne',
      'Spørsmålet vi tar med: Når hjelper historien min den andre, og når hjelper den mest meg selv?',
    ),
    says(
      37,
      'hege',
      'Jeg fortalte for mye en gang, på en jobb. Hun jeg skulle støtte, endte med å trøste meg.',
    ),
    {
      ...says(
        39,
        'ingrid',
        'Takk, Hege. Jeg tror mange av oss har vært der. Hva gjorde du etterpå?',
      ),
      replyTo: 5,
    },
    {
      ...says(
        41,
        'hege',
        'Sa unnskyld, og spurte hva hun trengte. Det ble en bedre samtale enn den første.',
      ),
      replyTo: 6,
    },
    says(
      44,
      'perOlav',
      'Jeg har en regel: bare arr, ikke sår. Er det fortsatt et sår, lar jeg det ligge.',
    ),
    says(45, 'livJorunn', 'Den skriv eg opp. Arr, ikkje sår.'),
    says(46, 'solveig', 'Og det er lov at noe som var et arr i går, er et sår i dag.'),
    says(52, 'jonas', 'Eg skreiv to sider for meg sjølv no. Fint at ingen skal lesa dei.'),
    says(
      112,
      'amina',
      'Vi i gruppe 3 snakket om å spørre først: «Vil du høre hvordan det var for meg?»',
    ),
    says(114, 'marit', 'Da blir det en gave og ikke en byrde.'),
    says(139, 'sunniva', 'Jeg sto over i runden i dag, og det kjentes helt greit. Takk for det.'),
    says(146, 'anne', 'Takk til dere alle. Gjør noe snilt for deg selv i kveld.'),
  ],
  'makt-og-sprak': [
    says(1, 'anne', 'God dag og velkommen. Samtalen er åpen hele økten.'),
    says(8, 'elin', 'Mitt ord inn: nysgjerrig.'),
    says(34, 'hege', '«Lite motivert» sto i papirene mine i tre år.'),
    {
      ...says(35, 'perOlav', 'Hos meg var det «samarbeider dårlig». Jeg var bare uenig.'),
      reactions: [
        ['hege', 'recognise'],
        ['elin', 'recognise'],
        ['torArne', 'recognise'],
        ['livJorunn', 'recognise'],
      ],
    },
    says(38, 'livJorunn', 'Eg følgjer med på lyd frå bussen.'),
  ],
};
