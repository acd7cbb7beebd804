import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { sql } from 'drizzle-orm';
import { type FastifyRequest, fastify } from 'fastify';
import { inviteList } from '#shared/features/admin/welcome/commands.ts';
import { LIST_BYTES_MAX, WELCOME_PAGE } from '#shared/features/admin/welcome/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import { can } from './access.ts';
import { watchApp } from './app-figures.ts';
import { type Config, originsOf } from './config.ts';
import { createCore } from './core.ts';
import { openSchool } from './demo/open-school.ts';
import { makeErasures } from './erasures.ts';
import { renewFirstLink, rolesAsked, serveWelcomeDoor } from './features/admin/public.ts';
import {
  bytesHandedIn,
  deadlinesOf,
  imagesHandedIn,
  serveImagesHandedIn,
} from './features/assignment/public.ts';
import { letGoOfOldLines } from './features/audit/public.ts';
import { serveSupportCard } from './features/care/public.ts';
import {
  makeImages,
  makeLineAdmission,
  serveImages,
  sweepDocuments,
} from './features/document/public.ts';
import {
  createSignIns,
  makeLetterPost,
  rolesEnded,
  serveOwnPicture,
  subjectOf,
} from './features/identity/public.ts';
import {
  makeCompose,
  makeSendPush,
  openPushKeys,
  type PushJob,
  serveNoticesOff,
  servePushDevices,
  tellDue,
} from './features/notification/public.ts';
import {
  runErasures,
  serveOwnData,
  serveOwnErasure,
  serveSchoolContact,
} from './features/own-data/public.ts';
import { relationsEnded, serveCalendarFeed } from './features/programme/public.ts';
import {
  forgetOldEvents,
  type Media,
  makeAdmission,
  serveWebhooks,
} from './features/seminar-room/public.ts';
import {
  beforeNamed,
  serveGuestDoor,
  serveRosterPictures,
  serveVoiceNotes,
} from './features/session/public.ts';
import { forgetGuests } from './forget-guests.ts';
import { HOLDERS } from './holders.ts';
import { openAuthorityBus } from './platform/authority-bus.ts';
import type { Clock } from './platform/clock.ts';
import type { Figure } from './platform/figures.ts';
import { makeRedraw } from './platform/images/redraw.ts';
import type { Jobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { createMail } from './platform/mail.ts';
import { makeRemoteAddresses } from './platform/remote-address.ts';
import { SEALED_NAME } from './storage/backup/school-files.ts';
import { makeFolderBlobs } from './storage/blobs.ts';
import type { Database, DatabaseSource, Tx } from './storage/database.ts';
import { makePassingKeys } from './storage/passing-keys.ts';
import { broadcastBy } from './transport/broadcast.ts';
import { answerErrors } from './transport/errors.ts';
import { type HealthParts, serveHealth } from './transport/health.ts';
import { serveCalls } from './transport/http-calls.ts';
import { letGoOfLines } from './transport/let-go.ts';
import { oddRequests } from './transport/odd-requests.ts';
import { refuseUpgrade } from './transport/refuse-upgrade.ts';
import { endSlowRequests, guardWrites } from './transport/same-origin.ts';
import { serveSignalling } from './transport/signalling.ts';
import { openSocketServer, serveSockets } from './transport/socket.ts';
import { sendPolicy, serveWeb } from './transport/web.ts';
import { type LineLimits, serveDocumentLines } from './transport/yjs.ts';

export type App = {
  /**
   * Where the first administrator of a real school comes in, or the one whom the settings name, again; null where there is one, and in
   * the demonstration.
   */
  readonly firstAdministrator: string | null;
  /** Takes calls from now on; the address to show. */
  listen(): Promise<string>;
  /** How much of everything there is just now, for `/metrics`. */
  figures(): Figure[];
  /** Takes no more calls, and finishes what was accepted. */
  close(): Promise<void>;
};

export type AppParts = {
  readonly config: Config;
  /** Where the database is, for what needs a line of its own. */
  readonly source: DatabaseSource;
  readonly database: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly health: HealthParts;
  readonly media: Media;
  /** Where there are none, nobody is told of anything by itself. */
  readonly jobs?: Jobs;
  /** Of a document's line; a bench that raises them says so. */
  readonly lineLimits?: LineLimits;
};

const BODY_BYTES_MAX = 64 * 1024;
/** Half-open connections are not waited for: whoever connects says what they want within this, and Node looks that often. */
const HEAD_WITHIN_MS = 5_000;
const LOOKED_FOR_EVERY_MS = 1_000;
/** A body is not waited for either; a picture may take its time on a thin line. */
const BODY_WITHIN_MS = 10_000;
const FILE_WITHIN_MS = 5 * 60_000;
const SOCKET_PATH = /^\/socket\.io\//u;
/** How long a call's answer is kept for a retry. */
const ANSWERS_KEPT_MS = RETENTION.call;
const MINUTELY_MS = 60_000;
/** As cron writes it. */
const EACH_MINUTE = '* * * * *';
const HOURLY_MS = 60 * 60_000;
/** Whoever has something unstored after that has it on their own device, and knows. */
const DOCUMENTS_STORED_WITHIN_MS = 2_000;
/** A letter that is not sent by then is sent by the next start. */
const LETTER_SENT_WITHIN_MS = 1_000;
/** Whoever is to be erased is shut out already. */
const ERASURES_RUN_EVERY_MS = 10_000;
const SIGN_INS_TOUCHED_EVERY_MS = 5 * 60_000;

/** The whole server behind one port: the core, and the doors in front of it. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, source, database, log, clock, media } = parts;
  const erasures = makeErasures({ database, log, file: config.erasuresFile });
  await erasures.replay();
  const school = await openSchool({ database, config, clock, log });
  const first =
    school.kind === 'real'
      ? await renewFirstLink(database, config.firstAdministrator, clock.now())
      : null;
  const mail = createMail({ ...config, log });
  const signIns = createSignIns({
    database,
    settings: { ...config, demo: school.kind === 'demo' },
    clock,
    log,
    mail,
    rolesAsked: (personId) => rolesAsked(database, personId),
  });

  const { linkSecret, noticeSecret } = signIns;
  const { baseUrl } = config;
  const compose = makeCompose({ database, clock, baseUrl, noticeSecret });
  const letters = makeLetterPost({ database, mail, clock, log, baseUrl, linkSecret, compose });

  const remoteAddresses = makeRemoteAddresses(config.trustProxy);
  const http = fastify({
    ...oddRequests,
    // `request.ip` by the same rule as everywhere.
    trustProxy: remoteAddresses.isProxy,
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: FILE_WITHIN_MS,
    http: { headersTimeout: HEAD_WITHIN_MS, connectionsCheckingInterval: LOOKED_FOR_EVERY_MS },
    forceCloseConnections: true,
  });
  endSlowRequests(http, BODY_WITHIN_MS);
  const origins = originsOf(config);
  const { tokenFromCookie } = signIns;
  const io = openSocketServer(http.server, { origins, tokenFromCookie, remoteAddresses, clock });
  const keys = makePassingKeys(path.join(config.dataDir, SEALED_NAME));
  const broadcast = broadcastBy(io);
  const core = createCore({ database, clock, log, media, keys, subjectOf, broadcast });
  const { signInFromCookie, touchSignIn } = signIns;
  const sockets = serveSockets({ ...core, io, signInFromCookie, clock, log });

  const { steward } = core.slices.seminarRoom;
  const signalling = serveSignalling(http, {
    origins,
    upstream: () => media.endpoint()?.url ?? null,
    admit: makeAdmission({ endpoint: media.endpoint, signInFromCookie, steward }),
    clock,
    log,
  });
  const { editing } = core.slices.document;
  const documents = serveDocumentLines({
    origins,
    tokenFromCookie,
    remoteAddresses,
    admit: makeLineAdmission({ signInFromCookie, editing }),
    clock,
    log,
    ...(parts.lineLimits && { limits: parts.lineLimits }),
  });
  http.server.on('upgrade', (request, line, head) => {
    if (signalling.isOurs(request)) signalling.upgrade(request, line, head);
    else if (documents.isOurs(request)) documents.upgrade(request, line, head);
    else refuseUnknownUpgrade(request, line);
  });

  answerErrors(http, log);
  // Before all routes, so that each has them; and the headers before the guard, so that its refusals have them too.
  await sendPolicy(http, new URL(config.baseUrl));
  guardWrites(http, origins);
  const figures = watchApp({
    ...{ http, database, health: parts.health },
    connections: () => sockets.signedIn().length,
    documentLines: () => documents.open(),
  });
  serveHealth(http, parts.health);
  await signIns.serve(http);
  serveSupportCard(http, database);
  serveSchoolContact(http, { database, settings: config.school });
  serveCalendarFeed(http, { database, clock, can, baseUrl: config.baseUrl, deadlinesOf });
  serveGuestDoor(http, { database, signIns, clock, log });
  const { firstAdministrator: again } = config;
  serveWelcomeDoor(http, { database, signIns, clock, log, again });
  await serveNoticesOff(http, { database, noticeSecret, clock, log });
  serveCalls(http, {
    dispatch: core.dispatch,
    callerOf: async (request) => {
      const signedIn = await signInFromCookie(request.headers);
      if (signedIn) await touchSignIn(signedIn.signInId, clock.now());
      return signedIn;
    },
    clock,
    long: { [inviteList.name]: LIST_BYTES_MAX },
  });
  const redraw = makeRedraw({ log });
  const blobs = makeFolderBlobs(path.join(config.dataDir, 'images'));
  const keptElsewhere = (names: readonly string[]) => imagesHandedIn(database, names);
  const asking = { database, clock, can, subjectOf };
  const elsewhere = { keptElsewhere, bytesElsewhere: bytesHandedIn };
  const images = makeImages({ ...asking, ...elsewhere, blobs, redraw, log });
  const callerOf = (request: FastifyRequest) => signInFromCookie(request.headers);
  await serveImages(http, { images, callerOf, log });
  const people = { ...asking, callerOf };
  const pushKeys = openPushKeys(config.dataDir);
  servePushDevices(http, { ...people, publicKey: pushKeys.publicKey });
  const { unitOfWork } = core;
  await serveOwnPicture(http, { ...people, unitOfWork, redraw, beforeShown: beforeNamed, log });
  serveRosterPictures(http, people);
  await serveVoiceNotes(http, { ...people, log });
  serveOwnErasure(http, { ...people, callerOf, log });
  serveOwnData(http, { ...people, callerOf, holders: HOLDERS, editing, blobs, log });
  await serveImagesHandedIn(http, { ...asking, blobs, callerOf, log });
  serveWebhooks(http, { endpoint: media.endpoint, database, clock, log, hint: steward.hint });
  await serveWeb(http, { log });

  await core.slices.session.recover();
  quietly(core.slices.session.eraseDueChats());
  quietly(core.slices.session.tidySealed(database));
  quietly(forgetGuests({ database, erasures, log, now: clock.now() }));
  core.slices.session.start();
  steward.start();
  const changed = (personId: PersonId) => {
    sockets.changed(personId);
    steward.personChanged(personId);
    editing.changed(personId);
  };
  const authority = await openAuthorityBus({
    source,
    database,
    log,
    clock,
    ended: [rolesEnded, relationsEnded],
    changed,
  });
  const { jobs } = parts;
  if (jobs) {
    const sendPush = makeSendPush({ database, clock, log, keys: pushKeys, baseUrl });
    const leavePush = (tx: Tx, job: PushJob) => jobs.leave(tx, 'push', job);
    await jobs.each('push', sendPush);
    await jobs.every('notices', EACH_MINUTE, () => tellDue(database, clock.now(), leavePush));
  }
  const timers = [
    setInterval(() => quietly(forgetOldEvents(database)), HOURLY_MS),
    setInterval(() => quietly(forgetOldAnswers(database)), HOURLY_MS),
    setInterval(() => quietly(core.slices.session.eraseDueChats()), HOURLY_MS),
    setInterval(() => quietly(core.slices.session.tidySealed(database)), MINUTELY_MS),
    setInterval(() => quietly(sweepDocuments(database, clock.now())), HOURLY_MS),
    setInterval(() => quietly(images.sweep()), HOURLY_MS),
    setInterval(
      () => quietly(forgetGuests({ database, erasures, log, now: clock.now() })),
      HOURLY_MS,
    ),
    setInterval(() => quietly(eraseWhoAsked()), ERASURES_RUN_EVERY_MS),
    setInterval(() => quietly(letGoOfOldLines(database, clock.now())), HOURLY_MS),
    setInterval(() => quietly(touchAll()), SIGN_INS_TOUCHED_EVERY_MS),
  ];

  /** A live room counts as activity. */
  async function touchAll(): Promise<void> {
    for (const { signInId } of sockets.signedIn()) await touchSignIn(signInId, clock.now());
  }
  function eraseWhoAsked(): Promise<void> {
    const { erase } = erasures;
    return runErasures({ database, erase, log, now: clock.now() });
  }
  /** Housekeeping that fails is tried again at its next turn. */
  function quietly(work: Promise<void>): void {
    work.catch((error) => log.warn({ err: error }, 'housekeeping failed'));
  }

  return {
    firstAdministrator: first && `${config.baseUrl}${WELCOME_PAGE}#${first.token}`,
    listen: async () => {
      await http.listen({ host: config.host, port: config.port });
      return config.baseUrl;
    },
    figures: () => [...figures(), ...(parts.jobs?.figures() ?? [])],
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      const jobsStopped = parts.jobs?.stop();
      signalling.stop();
      await steward.stop();
      // Before the sockets: Socket.IO ends the HTTP server, which waits for every line on it.
      documents.stop();
      await within(DOCUMENTS_STORED_WITHIN_MS, editing.drain());
      await documents.close();
      const letGone = letGoOfLines(http.server);
      await sockets.close();
      await http.close();
      letGone();
      await core.dispatch.idle();
      core.slices.session.stop();
      core.channels.close();
      await editing.stop();
      redraw.stop();
      await authority.close();
      await jobsStopped;
      await within(LETTER_SENT_WITHIN_MS, letters.stop());
      mail.close();
    },
  };
}

async function forgetOldAnswers(database: Database): Promise<void> {
  await database.execute(
    sql`delete from call where at < now() - ${ANSWERS_KEPT_MS} * interval '1 millisecond'`,
  );
}

/** Socket.IO answers its own path and leaves the others to us: beside documents and the media server's there are none. */
function refuseUnknownUpgrade(request: IncomingMessage, line: Duplex): void {
  if (SOCKET_PATH.test(request.url ?? '')) return;
  line.on('error', () => undefined);
  refuseUpgrade(line, 404);
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, ms).unref());
  await Promise.race([work, late]);
}
