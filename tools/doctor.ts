// `npm run doctor`: looks at what stands between people and a working school, and says what to fix. Settings are read
// from the environment, as the server reads them. `--node-ip 203.0.113.5 --udp 7882-7889` tries media of a LiveKit to come.
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../server/config.ts';
import { findGo, findLiveKit } from '../server/platform/livekit/program.ts';
import { StartRefused } from '../server/platform/start-refused.ts';
import * as findings from './doctor/findings.ts';
import { knockAtMedia } from './doctor/media-knock.ts';
import * as probes from './doctor/probes.ts';

type Finding = findings.Finding;

const { values } = parseArgs({
  options: { 'node-ip': { type: 'string' }, udp: { type: 'string', default: '7882' } },
});

/** One after the other: a line stands as soon as it is known. */
async function* examine(config: Config): AsyncGenerator<Finding> {
  yield* await lookAtHome(config);
  yield* await lookAtDatabase(config);
  yield findings.judgeMail(
    config.smtpUrl === null ? null : await probes.askMailServer(config.smtpUrl),
    config.demo,
  );
  yield* await lookAtFront(config);
  yield* await lookAtMedia(config);
  yield findings.judgeReceiveBuffer(await probes.receiveBufferMax());
  if (values['node-ip']) yield* await tryNodeIp(values['node-ip'], portsOf(values.udp));
}

async function lookAtHome({ port, host, dataDir }: Config): Promise<Finding[]> {
  const state = await probes.tryPort(port, host);
  const answers = state === 'taken' ? await probes.whoAnswers(port) : 'nobody';
  return [
    findings.judgePort(port, state, answers),
    findings.judgeDataFolder(dataDir, await probes.lookAtFolder(dataDir)),
  ];
}

async function lookAtDatabase({ databaseUrl, demo, backupDir }: Config): Promise<Finding[]> {
  if (databaseUrl === null) {
    const judged = findings.judgeDatabase(await probes.ownDatabase().catch(asError), true);
    if (demo) return [judged];
    const newestAt = await probes.newestBackup(backupDir);
    return [judged, findings.judgeBackups(backupDir, newestAt, Date.now())];
  }
  const found = await probes.askDatabase(databaseUrl).catch(asError);
  const judged = findings.judgeDatabase(found, false);
  return found instanceof Error
    ? [judged]
    : [judged, findings.judgeClock('the database’s clock', found.aheadMs)];
}

/** The address that people use, and what stands in front of us there. */
async function lookAtFront({ baseUrl, trustProxy }: Config): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(baseUrl);
  const seen: Finding[] = [];
  if (protocol === 'https:') {
    const certificate = await probes.certificateOf(hostname, Number(port || 443));
    seen.push(findings.judgeCertificate(hostname, certificate, Date.now()));
    seen.push(findings.judgeProxies(trustProxy));
  } else if (findings.reachOf(hostname) !== 'this machine') {
    seen.push({
      status: 'wrong',
      what: 'certificate',
      seen: `${baseUrl} is not https`,
      fix: 'Browsers give no page a camera or microphone without it: put TLS in front, and set BASE_URL.',
    });
  }
  const answers = {
    health: await probes.statusOf(`${baseUrl}/health`),
    upgrade: await probes.upgradeStatus(baseUrl),
    twirp: await probes.twirpStatus(baseUrl),
  };
  return [...seen, ...findings.judgeFront(baseUrl, answers)];
}

async function lookAtMedia({ livekit, baseUrl }: Config): Promise<Finding[]> {
  if (livekit === null) {
    const program = findLiveKit();
    const version = program && (await probes.versionOf(program));
    return [findings.judgeProgram({ program, version, go: findGo() !== null })];
  }
  const answer = await knockAtMedia(livekit).catch(asError);
  const judged = findings.judgeMedia(answer, findings.reachOf(new URL(baseUrl).hostname));
  const aheadMs = await probes.clockAhead(livekit.url);
  return aheadMs === null ? judged : [...judged, findings.judgeClock('LiveKit’s clock', aheadMs)];
}

/** For a LiveKit that does not run yet: are its ports free, and does its address lead here? */
async function tryNodeIp(address: string, ports: readonly number[]): Promise<Finding[]> {
  const tried: Finding[] = [];
  for (const port of ports) {
    const free = await probes.udpIsFree(port);
    tried.push(findings.judgeMediaPort(port, free));
    if (free) tried.push(findings.judgeEcho(address, port, await probes.echo(address, port)));
  }
  return tried;
}

/** `7882` or `7882-7889`. */
function portsOf(text: string): number[] {
  const [first = 0, last = first] = text.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

const MARKS = { ok: 'OK    ', advice: 'ADVICE', wrong: 'WRONG ' } as const;

function say({ status, what, seen, fix }: Finding): void {
  console.log(`${MARKS[status]}  ${what.padEnd(20)}  ${seen}${fix ? `. ${fix}` : ''}`);
}

try {
  let wrongs = 0;
  for await (const finding of examine(parseConfig(process.env))) {
    say(finding);
    if (finding.status === 'wrong') wrongs++;
  }
  process.exitCode = wrongs > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  say({ status: 'wrong', what: 'settings', seen: error.message });
  process.exitCode = 1;
}
