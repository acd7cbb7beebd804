import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  building: 'Lyd og bilde gjøres klart …',
  buildingAbout: (percent: number) =>
    `${percent === 0 ? 'Det er så vidt i gang.' : `${percent} prosent.`} Det kommer av seg selv. Alt det andre virker som vanlig.`,
  failed: 'Lyd og bilde lot seg ikke gjøre klare.',
  failedAbout: 'Serveren prøver igjen av seg selv. Alt det andre virker som vanlig.',
  absent: 'Lyd og bilde er ikke satt opp på denne serveren.',
  absentAbout: 'Samtalen, agendaen og hendene virker som vanlig.',
  down: 'Lyd og bilde svarer ikke akkurat nå.',
  downAbout: 'Det startes på nytt av seg selv. Alt det andre virker som vanlig.',
  connecting: 'Kobler til lyden …',
  reconnecting: 'Lyden er borte et øyeblikk.',
  notHeard: 'De andre hører deg ikke nå.',
  reconnectingAbout: 'Vi kobler til igjen, og du blir stående som du var.',
  changing: 'Lyden kobles til på nytt.',
  changingAbout: 'Rommet er byttet, lukket eller åpnet. Det tar noen sekunder.',
  tryNow: 'Prøv nå',
  elsewhere: {
    already: {
      title: 'Lyden er i en annen fane.',
      about: 'Her er det stille, så du slipper ekko.',
    },
    moved: {
      title: 'Lyden er flyttet til en annen fane.',
      about: 'Mikrofon og kamera er av her.',
    },
    moveHere: 'Flytt lyden hit',
  },
  ended: {
    'taken-over': {
      title: 'Lyden er flyttet.',
      about: 'Lyden er koblet til i et annet vindu.',
      action: 'Flytt den hit',
    },
    removed: {
      title: 'Du er tatt ut av lyden.',
      about: 'Det er underviseren som har gjort det. Ta kontakt hvis noe er uklart.',
      action: 'Prøv igjen',
    },
    closed: {
      title: 'Lyden er avsluttet.',
      about: 'Økten er ferdig.',
      action: 'Prøv igjen',
    },
  },
  soundBlocked: 'Nettleseren venter med lyden.',
  soundBlockedAbout: 'Trykk, så hører du de andre.',
  startSound: 'Slå på lyden',
  gaveWay: {
    title: 'Bare lyd.',
    about: 'Linja er svak. Bildene er av til du trykker. Lyden går som før.',
    cameraToo: 'Linja er svak. Bildene og kameraet ditt er av til du trykker.',
    show: 'Vis bilder igjen',
    back: 'Bildene vises igjen.',
    cameraStillOff: 'Kameraet ditt er fortsatt av.',
    turnCameraOn: 'Slå på kameraet',
  },
  close: 'Lukk',
  spoken: {
    connected: 'Lyden er koblet til.',
    silent: 'Mikrofon og kamera er av.',
    reconnecting: 'Lyden er borte.',
    back: 'Lyden er tilbake.',
  },
};

const nn: typeof nb = {
  building: 'Lyd og bilete blir gjorde klare …',
  buildingAbout: (percent) =>
    `${percent === 0 ? 'Det er så vidt i gang.' : `${percent} prosent.`} Det kjem av seg sjølv. Alt det andre verkar som vanleg.`,
  failed: 'Lyd og bilete lét seg ikkje gjere klare.',
  failedAbout: 'Tenaren prøver igjen av seg sjølv. Alt det andre verkar som vanleg.',
  absent: 'Lyd og bilete er ikkje sette opp på denne tenaren.',
  absentAbout: 'Samtalen, agendaen og hendene verkar som vanleg.',
  down: 'Lyd og bilete svarar ikkje akkurat no.',
  downAbout: 'Det blir starta på nytt av seg sjølv. Alt det andre verkar som vanleg.',
  connecting: 'Koplar til lyden …',
  reconnecting: 'Lyden er borte ein augeblink.',
  notHeard: 'Dei andre høyrer deg ikkje no.',
  reconnectingAbout: 'Vi koplar til igjen, og du blir ståande som du var.',
  changing: 'Lyden blir kopla til på nytt.',
  changingAbout: 'Rommet er bytt, lukka eller opna. Det tek nokre sekund.',
  tryNow: 'Prøv no',
  elsewhere: {
    already: {
      title: 'Lyden er i ei anna fane.',
      about: 'Her er det stilt, så du slepp ekko.',
    },
    moved: {
      title: 'Lyden er flytta til ei anna fane.',
      about: 'Mikrofon og kamera er av her.',
    },
    moveHere: 'Flytt lyden hit',
  },
  ended: {
    'taken-over': {
      title: 'Lyden er flytta.',
      about: 'Lyden er kopla til i eit anna vindauge.',
      action: 'Flytt han hit',
    },
    removed: {
      title: 'Du er teken ut av lyden.',
      about: 'Det er undervisaren som har gjort det. Ta kontakt om noko er uklart.',
      action: 'Prøv igjen',
    },
    closed: {
      title: 'Lyden er avslutta.',
      about: 'Økta er ferdig.',
      action: 'Prøv igjen',
    },
  },
  soundBlocked: 'Nettlesaren ventar med lyden.',
  soundBlockedAbout: 'Trykk, så høyrer du dei andre.',
  startSound: 'Slå på lyden',
  gaveWay: {
    title: 'Berre lyd.',
    about: 'Linja er svak. Bileta er av til du trykkjer. Lyden går som før.',
    cameraToo: 'Linja er svak. Bileta og kameraet ditt er av til du trykkjer.',
    show: 'Vis bilete igjen',
    back: 'Bileta blir viste igjen.',
    cameraStillOff: 'Kameraet ditt er framleis av.',
    turnCameraOn: 'Slå på kameraet',
  },
  close: 'Lukk',
  spoken: {
    connected: 'Lyden er kopla til.',
    silent: 'Mikrofon og kamera er av.',
    reconnecting: 'Lyden er borte.',
    back: 'Lyden er tilbake.',
  },
};

const en: typeof nb = {
  building: 'Sound and pictures are being made ready …',
  buildingAbout: (percent) =>
    `${percent === 0 ? 'It has only just begun.' : `${percent} per cent.`} It comes by itself. Everything else works.`,
  failed: 'Sound and pictures could not be made ready.',
  failedAbout: 'The server tries again by itself. Everything else works.',
  absent: 'Sound and pictures are not set up on this server.',
  absentAbout: 'The chat, the agenda and the hands work as usual.',
  down: 'Sound and pictures do not answer just now.',
  downAbout: 'They are started again by themselves. Everything else works.',
  connecting: 'Connecting the sound …',
  reconnecting: 'The sound is gone for a moment.',
  notHeard: 'The others do not hear you now.',
  reconnectingAbout: 'We connect again, and you stay as you were.',
  changing: 'The sound is being connected anew.',
  changingAbout: 'You are in another room, or it has been closed or opened. It takes some seconds.',
  tryNow: 'Try now',
  elsewhere: {
    already: {
      title: 'The sound is in another tab.',
      about: 'It is quiet here, so that nothing echoes.',
    },
    moved: {
      title: 'The sound has moved to another tab.',
      about: 'Microphone and camera are off here.',
    },
    moveHere: 'Move the sound here',
  },
  ended: {
    'taken-over': {
      title: 'The sound has moved.',
      about: 'Sound is on in another window.',
      action: 'Move it here',
    },
    removed: {
      title: 'You have been taken out of the sound.',
      about: 'The teacher did it. Get in touch if anything is unclear.',
      action: 'Try again',
    },
    closed: {
      title: 'The sound has ended.',
      about: 'The session is over.',
      action: 'Try again',
    },
  },
  soundBlocked: 'The browser holds the sound back.',
  soundBlockedAbout: 'Press, and you hear the others.',
  startSound: 'Turn the sound on',
  gaveWay: {
    title: 'Sound only.',
    about: 'The line is weak. Pictures are off until you press. The sound goes on.',
    cameraToo: 'The line is weak. Pictures and your camera are off until you press.',
    show: 'Show pictures again',
    back: 'The pictures are shown again.',
    cameraStillOff: 'Your camera is still off.',
    turnCameraOn: 'Turn the camera on',
  },
  close: 'Close',
  spoken: {
    connected: 'Sound is on.',
    silent: 'Microphone and camera are off.',
    reconnecting: 'The sound is gone.',
    back: 'The sound is back.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
