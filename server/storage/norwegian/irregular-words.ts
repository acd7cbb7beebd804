/**
 * Words whose forms the stemmer of PostgreSQL does not bring together: a vowel changes, or a letter goes. Bokmål and nynorsk, each
 * line the forms of one word. Common words, and not all of the language (docs/limits.md): a form that is another common word too, or
 * that the stemmer takes for one, is left out ("netter" has the stem of "nettet", "krefter" that of "kreft").
 */
const NOUNS = `
bok boka boken bøker bøkene
mann mannen menn mennene
barn barnet barna barnene born borna
far faren fedre fedrene
mor mora moren mødre mødrene
bror broren brødre brødrene brør brørne
søster søsteren søstera søstre søstrene syster systera systrer systrene
datter datteren dattera døtre døtrene dotter dottera døtrer
forelder forelderen foreldre foreldrene forelderet
fot foten føtter føttene føter føtene
bonde bonden bønder bøndene
rot rota roten røtter røttene røter røtene
tre treet trær trærne
kne kneet knær knærne
by byen byer byene byar byane
øye øyet øyne øynene auge auget auga augo
finger fingeren fingre fingrer fingrene fingrar fingrane
regel regelen regler reglene reglar reglane
artikkel artikkelen artikler artiklene artiklar artiklane
eksempel eksempelet eksemplet eksempler eksemplene
middel middelet midlet midler midlene
kapittel kapittelet kapitlet kapitler kapitlene
tittel tittelen titler titlene titlar titlane
nøkkel nøkkelen nøkler nøklene nøklar nøklane
sirkel sirkelen sirkler sirklene sirklar sirklane
vinkel vinkelen vinkler vinklene vinklar vinklane
senter senteret sentret sentre sentrene
mønster mønsteret mønstret mønstre mønstrene
semester semesteret semestret semestre semestrene
register registeret registret registre registrene
nummer nummeret numre numrene
teater teateret teatret teatre teatrene
museum museet museer museene
studium studiet studier studiene studia
kriterium kriteriet kriterier kriteriene kriteria
medium mediet medier mediene media
tema temaet temaer temaene temaa
`;

const VERBS = `
gå går gikk gått gjekk
stå står sto stod stått
slå slår slo slått
se ser sett
sier sa sagt seie
ta tar tok tatt tek teke
gi gir ga gav gitt gjev gjeve
dra drar dro drog dratt dreg drege
le ler lo ledd
be ber ba bad bedt
bære bærer bar båret berer bere
skrive skriver skrev skrevet skrevne skriv skreiv skrivne
finne finner fant funnet funne fann
binde binder bandt bundet bunde batt
vinne vinner vant vunnet vunne vann
synge synger sang sunget song sunge syng
drikke drikker drakk drukket drukke drikk
hjelpe hjelper hjalp hjulpet hjelpt hjelp
treffe treffer traff truffet
trekke trekker trakk trukket trekt
bryte bryter brøt brutt braut brote bryt
skyte skyter skjøt skutt skaut skote
nyte nyter nøt nytt naut
flyte flyter fløt flytt flaut flote
by byr bød budt baud
lyve lyver løy løyet ljuge lyg laug
fryse fryser frøs frosset fraus frose
gripe griper grep grepet greip
bite biter bet bitt beit
drive driver drev drevet dreiv drivne
rive river rev revet reiv
stige stiger steg steget steig
lide lider led lidd
gråte gråter gråt grått gret
komme kommer kommet kjem kome
sove sover sov sovet søv
ligge ligger lå ligget ligg låg
sitte sitter satt sittet sit sat
sette setter satte set sett
legge legger lagt legg
spørre spør spurte spurt spurde
fortelle forteller fortalte fortalt fortel fortalde
telle teller talte talt tel talde
velge velger valgte valgt velje valde valt
selge selger solgte solgt selje selde selt
følge følger fulgte fulgt følgje følgjer følgde
gjøre gjør gjorde gjort gjere gjer
vite vet visste visst veit
falle faller falt fell fall
holde holder holdt halde held heldt
la later lot latt let late
løpe løper løp løpt
bruke bruker brukte brukt brukar bruka
lese leser leste lest les
lære lærer lærte lært
høre hører hørte hørt høyre høyrer høyrde høyrt
kjenne kjenner kjente kjent
føle føler følte følt
tenke tenker tenkte tenkt tenkje tenkjer
leve lever levde levd
møte møter møtte møtt
søke søker søkte søkt
vise viser viste vist
reise reiser reiste reist
`;

const linesOf = (list: string) =>
  list
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** Each form, and all the forms of its word. */
function byForm(list: string): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  for (const forms of linesOf(list))
    for (const form of forms) all.set(form, [...(all.get(form) ?? []), ...forms]);
  return all;
}

export const irregularNouns = byForm(NOUNS);
export const irregularVerbs = byForm(VERBS);
