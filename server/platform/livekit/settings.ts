import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import * as z from 'zod';

/** How our server reaches a media server, and signs what it tells it. */
export type MediaEndpoint = {
  /** `http:` or `https:`, an origin. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
};

/** Chosen once for a data folder, so that a restart of ours finds the media server where it was. */
const chosen = z.object({
  apiKey: z.string().min(1),
  /** Shorter ones only make LiveKit complain. */
  apiSecret: z.string().min(32),
  signalPort: z.int().min(1).max(65_535),
  mediaPort: z.int().min(1).max(65_535),
});
export type Chosen = z.infer<typeof chosen>;

/**
 * Where nobody listens. LiveKit would else tell every browser to ask Twilio's and Google's STUN servers who they are;
 * one address of our own is enough to keep it from that.
 */
const NO_STUN = '127.0.0.1:9';

/** The keys and ports of the media server in this folder, made at the first start, for its owner's eyes alone. */
export async function openChosen(folder: string): Promise<Chosen> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'keys.json');
  const known = await fs.readFile(file, 'utf8').catch(() => null);
  if (known !== null) return chosen.parse(JSON.parse(known));
  const made: Chosen = {
    apiKey: `mellom${randomBytes(6).toString('hex')}`,
    apiSecret: randomBytes(32).toString('base64url'),
    ...(await freePorts()),
  };
  await keepChosen(folder, made);
  return made;
}

/** The same keys on other ports: somebody else has taken the old ones. */
export async function moveToFreePorts(folder: string, before: Chosen): Promise<Chosen> {
  const moved = { ...before, ...(await freePorts()) };
  await keepChosen(folder, moved);
  return moved;
}

/** Are the ports free for us just now? */
export async function portsAreFree({ signalPort, mediaPort }: Chosen): Promise<boolean> {
  try {
    await claimTcp(signalPort);
    await claimUdp(mediaPort);
    return true;
  } catch {
    return false;
  }
}

/**
 * LiveKit's settings. Everything stays on this machine: signalling, the server's
 * own calls and media on 127.0.0.1, and nobody outside is asked anything. JSON, which YAML contains.
 * @param webhookUrl where it tells us what happens
 */
function settingsOf({ apiKey, apiSecret, signalPort, mediaPort }: Chosen, webhookUrl: string) {
  return {
    port: signalPort,
    bind_addresses: ['127.0.0.1'],
    keys: { [apiKey]: apiSecret },
    log_level: 'warn',
    rtc: {
      node_ip: '127.0.0.1',
      use_external_ip: false,
      udp_port: mediaPort,
      // Its listener would open on every interface.
      tcp_port: 0,
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.1/32'] },
      stun_servers: [NO_STUN],
      congestion_control: { allow_pause: true },
    },
    room: {
      // A room is there only when our server has made it.
      auto_create: false,
      empty_timeout: 300,
      // A whole class may lose its line at once, and must find its room again.
      departure_timeout: 60,
      enable_remote_unmute: false,
      enabled_codecs: ['audio/opus', 'audio/red', 'video/VP8', 'video/H264', 'video/VP9'].map(
        (mime) => ({ mime }),
      ),
    },
    limit: {
      max_metadata_size: 1024,
      max_attributes_size: 1024,
      max_room_name_length: 64,
      max_participant_identity_length: 64,
      max_participant_name_length: 128,
    },
    webhook: { api_key: apiKey, urls: [webhookUrl] },
  };
}

/**
 * Writes LiveKit's settings.
 * @returns their file, and whether it said something else before: then a server that runs on it is not ours to keep
 */
export async function writeSettings(
  folder: string,
  chosen: Chosen,
  webhookUrl: string,
): Promise<{ readonly file: string; readonly changed: boolean }> {
  const file = path.join(folder, 'livekit.yaml');
  const before = await fs.readFile(file, 'utf8').catch(() => null);
  const settings = settingsOf(chosen, webhookUrl);
  await writeForOwner(file, settings);
  return { file, changed: before !== textOf(settings) };
}

function keepChosen(folder: string, made: Chosen): Promise<void> {
  return writeForOwner(path.join(folder, 'keys.json'), made);
}

/** Whole or not at all, and readable by nobody else from its first byte on. */
async function writeForOwner(file: string, content: unknown): Promise<void> {
  await fs.writeFile(`${file}.tmp`, textOf(content), { mode: 0o600 });
  await fs.rename(`${file}.tmp`, file);
}

function textOf(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

async function freePorts(): Promise<Pick<Chosen, 'signalPort' | 'mediaPort'>> {
  return { signalPort: await claimTcp(0), mediaPort: await claimUdp(0) };
}

async function claimTcp(port: number): Promise<number> {
  const probe = createServer().listen(port, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function claimUdp(port: number): Promise<number> {
  const probe = createSocket('udp4').bind(port, '127.0.0.1');
  await once(probe, 'listening');
  const claimed = probe.address().port;
  probe.close();
  await once(probe, 'close');
  return claimed;
}
