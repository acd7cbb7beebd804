import { DAY_MS, HOUR_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { Candidate, KnockAnswer } from './media-knock.ts';

/** What one look came to. `wrong`: people cannot use it as it is; `advice`: they can, and it could be better. */
export type Finding = {
  readonly status: 'ok' | 'advice' | 'wrong';
  /** Two or three words: what was looked at. */
  readonly what: string;
  readonly seen: string;
  /** What to do about it. */
  readonly fix?: string;
};

const ok = (what: string, seen: string): Finding => ({ status: 'ok', what, seen });
const advice = (what: string, seen: string, fix: string): Finding => ({
  status: 'advice',
  what,
  seen,
  fix,
});
const wrong = (what: string, seen: string, fix: string): Finding => ({
  status: 'wrong',
  what,
  seen,
  fix,
});

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Which people can reach an address: those at this machine, on this network, or everybody. */
export type Reach = 'this machine' | 'this network' | 'everybody';

/** Of an IP address as it is written. Names are not looked up: what people use from afar is for everybody. */
export function reachOf(address: string): Reach {
  const text = address.replace(/^\[|\]$/gu, '').toLowerCase();
  if (/^(localhost|127\.|::1$)/u.test(text)) return 'this machine';
  const near =
    /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][\da-f]{2}:|fe80:)/u;
  return near.test(text) ? 'this network' : 'everybody';
}

/** Who may use a port of ours: nobody else. `answers`: what `/health` there says, if anything. */
export function judgePort(
  port: number,
  state: 'free' | 'taken' | 'not allowed',
  answers: 'Mellom' | 'somebody else' | 'nobody',
): Finding {
  const what = `port ${port}`;
  if (state === 'free') return ok(what, 'free for Mellom');
  if (state === 'not allowed')
    return wrong(what, 'this user may not listen there', 'Set PORT to one above 1024.');
  return answers === 'Mellom'
    ? ok(what, 'Mellom answers there')
    : wrong(what, 'another program has it', 'Stop that program, or set PORT to a free one.');
}

/** Whether limits by address can tell people apart: we serve no TLS ourselves, so behind https a web server stands in front. */
export function judgeProxies(trusted: readonly string[]): Finding {
  const what = 'web server';
  return trusted.length > 0
    ? ok(what, `${trusted.join(', ')} may say where people come from`)
    : advice(
        what,
        'everybody behind it counts as one address',
        'Set TRUST_PROXY to the address it comes to us from, such as loopback, and let it set X-Forwarded-For.',
      );
}

/** Where a LiveKit of our own would come from. */
export function judgeProgram(found: {
  readonly program: string | null;
  readonly version: string | null;
  readonly go: boolean;
}): Finding {
  const what = 'LiveKit';
  if (found.program !== null) return ok(what, `${found.version ?? 'found'} at ${found.program}`);
  return found.go
    ? advice(what, 'not built yet', 'Nothing: it is built in the background at the first start.')
    : advice(
        what,
        'there is none, so rooms have neither sound nor picture',
        'Put livekit-server on PATH, install Go 1.26, or set LIVEKIT_URL with its key and secret.',
      );
}

/** A UDP port of a LiveKit that is to run here. */
export function judgeMediaPort(port: number, free: boolean): Finding {
  const what = `port ${port}/udp`;
  return free
    ? ok(what, 'free for media')
    : advice(what, 'in use', 'Right if LiveKit runs already; else stop what has it.');
}

/** What a media server that was named by settings said when it was knocked at; an error when it could not be. */
export function judgeMedia(answer: KnockAnswer | Error, site: Reach): Finding[] {
  if (answer instanceof Error) {
    return [
      wrong(
        'LiveKit',
        `no line to it: ${answer.message}`,
        'Is it running, is LIVEKIT_URL its signalling port, and are key and secret those of its settings?',
      ),
    ];
  }
  const { version, iceServers, candidates, answeredMs } = answer;
  const answers = answeredMs.some((tookMs) => tookMs !== null);
  return [
    judgeVersion(version),
    judgeIceServers(iceServers),
    judgeNodeIp(candidates, site),
    ...candidates.map((one, nth) => judgeReach(one, answeredMs[nth] ?? null, answers)),
  ];
}

/** The one that everything here is tested with. */
const TESTED = [1, 13, 5] as const;

function judgeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const older = major < TESTED[0] || (major === TESTED[0] && minor < TESTED[1]);
  return older
    ? advice(
        'LiveKit',
        `version ${version}`,
        `Mellom is tested with ${TESTED.join('.')}: update it.`,
      )
    : ok('LiveKit', `version ${version}, its keys are ours`);
}

/** Without one of its own, LiveKit sends browsers to these. */
const THIRD_PARTIES = /google|twilio/u;

function judgeIceServers(servers: readonly string[]): Finding {
  const third = servers.filter((server) => THIRD_PARTIES.test(server));
  return third.length > 0
    ? wrong(
        'STUN servers',
        `browsers are sent to ${third.join(', ')}`,
        'Set rtc.stun_servers to one of your own, or to 127.0.0.1:9, where nobody listens.',
      )
    : ok('STUN servers', servers.join(', ') || 'none');
}

/** The address that browsers are told must be one that they can reach. */
export function judgeNodeIp(candidates: readonly Candidate[], site: Reach): Finding {
  const what = 'node_ip';
  const fix = 'Set rtc.node_ip to the address that people reach this machine by.';
  if (candidates.length === 0)
    return wrong(what, 'LiveKit names no address for media', `${fix} Look in its log as well.`);
  const addresses = [...new Set(candidates.map(({ address }) => address))];
  const order: readonly Reach[] = ['this machine', 'this network', 'everybody'];
  const best = Math.max(...addresses.map((address) => order.indexOf(reachOf(address))));
  const seen = `browsers are told ${addresses.join(', ')}`;
  return best < order.indexOf(site)
    ? wrong(what, `${seen}: an address for ${order[best]} alone`, fix)
    : ok(what, seen);
}

/** `another`: some other address answers, and a browser takes that. */
function judgeReach(
  { protocol, address, port }: Candidate,
  answeredMs: number | null,
  another: boolean,
): Finding {
  const what = `media ${protocol} ${port}`;
  if (protocol !== 'udp') return ok(what, `offered at ${address} for who has no UDP; not tried`);
  if (answeredMs !== null) return ok(what, `${address} answers from here, ${ms(answeredMs)}`);
  return (another ? advice : wrong)(
    what,
    `${address} did not answer from here`,
    `Open UDP ${port} in the firewall. From the machine itself a router may refuse its own outer address: run this from elsewhere too.`,
  );
}

/** Whether datagrams sent to an address of ours come back to us. */
export function judgeEcho(address: string, port: number, cameMs: number | null): Finding {
  const what = `echo udp ${port}`;
  return cameMs === null
    ? advice(
        what,
        `nothing sent to ${address} came back`,
        'A firewall is in the way, or a router that refuses its own outer address: try from elsewhere as well.',
      )
    : ok(what, `${address} reaches this machine, ${ms(cameMs)}`);
}

export type Certificate = {
  readonly validTo: number;
  /** What TLS said of it; null when it is trusted. */
  readonly error: string | null;
  readonly issuer: string;
};

const RENEW_BEFORE_MS = 14 * DAY_MS;

/** The certificate of the address that people use. */
export function judgeCertificate(host: string, got: Certificate | Error, now: number): Finding {
  const what = 'certificate';
  if (got instanceof Error)
    return wrong(what, `${host} speaks no TLS: ${got.message}`, 'Start the proxy in front of us.');
  const days = Math.floor((got.validTo - now) / DAY_MS);
  if (days < 0)
    return wrong(what, `ran out ${-days} days ago`, 'Renew it, and see why it was not.');
  switch (got.error) {
    case null:
      break;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return wrong(what, `it is not for ${host}`, `Order one that names ${host}.`);
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return wrong(
        what,
        'the chain is not complete, and phones will refuse it',
        'Give the proxy the full chain (fullchain.pem), not the certificate alone.',
      );
    default:
      return wrong(what, `not trusted: ${got.error}`, 'Use one that browsers trust.');
  }
  const seen = `for ${host} from ${got.issuer}, ${days} days left`;
  return got.validTo - now < RENEW_BEFORE_MS
    ? advice(what, seen, 'It should have been renewed by now: look at the renewal.')
    : ok(what, seen);
}

/** What the address that people use answers: over plain http and as a WebSocket. `null`: nothing came. */
export function judgeFront(
  url: string,
  { health, upgrade, twirp }: Readonly<Record<'health' | 'upgrade' | 'twirp', number | null>>,
): Finding[] {
  if (health === null) {
    return [
      advice('front', `${url} does not answer`, 'Start Mellom and the proxy, and ask again.'),
    ];
  }
  return [
    health === 200
      ? ok('front', `${url} leads to Mellom`)
      : wrong('front', `${url}/health answers ${health}`, 'Lead everything to our port.'),
    upgrade === 101
      ? ok('WebSocket', 'passes the proxy')
      : wrong(
          'WebSocket',
          `an upgrade is answered ${upgrade ?? 'with nothing'}`,
          'Let the proxy pass Upgrade and Connection on, with HTTP/1.1.',
        ),
    // LiveKit asks a stranger for a token; nobody else there knows such a call.
    twirp !== 401 && twirp !== 200
      ? ok('LiveKit’s own calls', 'cannot be reached from outside')
      : wrong(
          'LiveKit’s own calls',
          `${url}/twirp answers ${twirp}`,
          'Lead nothing but our port to the world: LiveKit’s own must stay behind us.',
        ),
  ];
}

/** LiveKit asks for so much, for the bursts of a room. */
const RECEIVE_BUFFER_BYTES = 5_000_000;

/** `bytes`: null where the kernel does not tell. */
export function judgeReceiveBuffer(bytes: number | null): Finding {
  const what = 'UDP buffer';
  if (bytes === null) return ok(what, 'not a thing of this system');
  const seen = `rmem_max is ${(bytes / 1_000_000).toFixed(1)} MB`;
  return bytes < RECEIVE_BUFFER_BYTES
    ? advice(
        what,
        seen,
        `sysctl -w net.core.rmem_max=${RECEIVE_BUFFER_BYTES}, and the same line in /etc/sysctl.d.`,
      )
    : ok(what, seen);
}

const SKEW_SHOWS_MS = 5 * SECOND_MS;
/** A pass to a room is given a minute's grace. */
const SKEW_BREAKS_MS = 60 * SECOND_MS;

/** `aheadMs`: how far another machine's clock is ahead of ours, at least. */
export function judgeClock(whose: string, aheadMs: number): Finding {
  const what = 'clock';
  const off = Math.abs(aheadMs);
  const seen = `${whose} is ${(off / 1_000).toFixed(1)} s ${aheadMs > 0 ? 'ahead' : 'behind'}`;
  if (off < SKEW_SHOWS_MS) return ok(what, `${whose} agrees with ours`);
  const fix = 'Let both follow a time server (timedatectl set-ntp true).';
  return off < SKEW_BREAKS_MS ? advice(what, seen, fix) : wrong(what, seen, fix);
}

/** `found`: the version, or why not. `embedded`: it is ours to run. */
export function judgeDatabase(
  found: { readonly version: number } | Error,
  embedded: boolean,
): Finding {
  const what = 'database';
  if (found instanceof Error) {
    return embedded
      ? wrong(what, `no PostgreSQL to run: ${found.message}`, 'Run npm ci again on this machine.')
      : wrong(what, `cannot be reached: ${found.message}`, 'Look at DATABASE_URL and that server.');
  }
  if (embedded) return ok(what, `PostgreSQL ${found.version} of our own`);
  return found.version >= 15 && found.version <= 18
    ? ok(what, `PostgreSQL ${found.version}`)
    : wrong(what, `PostgreSQL ${found.version}`, 'Mellom wants 15 to 18.');
}

/** The folder with the database, the keys and unsent mail. `mode`: null when there is no folder yet. */
export function judgeDataFolder(
  folder: string,
  { writable, mode }: { readonly writable: boolean; readonly mode: number | null },
): Finding {
  const what = 'DATA_DIR';
  if (!writable)
    return wrong(
      what,
      `${folder} cannot be written by this user`,
      'Give it to the user of Mellom.',
    );
  if (mode !== null && (mode & 0o007) !== 0)
    return advice(what, `${folder} can be read by everybody here`, `chmod o= ${folder}`);
  return ok(what, mode === null ? `${folder} will be made` : `${folder} is ours`);
}

const BACKUP_IS_OLD_MS = DAY_MS;

/** `newestAt`: when the newest backup was made; null when there is none. */
export function judgeBackups(folder: string, newestAt: number | null, now: number): Finding {
  const what = 'backups';
  const fix = 'See docs/running.md: npm run backup, and a timer for it.';
  if (newestAt === null) return advice(what, `none in ${folder}`, fix);
  const hours = Math.floor((now - newestAt) / HOUR_MS);
  if (now - newestAt > BACKUP_IS_OLD_MS)
    return advice(what, `the newest is ${hours} hours old`, fix);
  return ok(
    what,
    hours === 0 ? 'the newest is less than an hour old' : `the newest is ${hours} hours old`,
  );
}

/** `answer`: null when no mail server is named. */
export function judgeMail(answer: true | Error | null, demo: boolean): Finding {
  const what = 'mail';
  if (answer === true) return ok(what, 'the server takes letters from us');
  if (answer === null) {
    return demo
      ? ok(what, 'letters are written to DATA_DIR/mail, as it suits a school to try')
      : advice(what, 'letters are written to DATA_DIR/mail and sent to nobody', 'Set SMTP_URL.');
  }
  return wrong(what, answer.message, 'Look at SMTP_URL, and whether this network lets mail out.');
}
