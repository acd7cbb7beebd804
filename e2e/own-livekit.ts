import { readFile, realpath, writeFile } from 'node:fs/promises';
import { spawnLiveKit, stopLiveKit } from '../server/platform/livekit/process.ts';
import { findLiveKit } from '../server/platform/livekit/program.ts';
import { openChosen, writeSettings } from '../server/platform/livekit/settings.ts';
import { freePort, makeDataFolder, removeDataFolder } from '../server/testing/run-server.ts';
import { openUdpRelay, type UdpRelay } from './udp-relay.ts';

export type OwnLiveKit = {
  readonly mediaPort: number;
  /** The port that our server must have, to be told what happens. */
  readonly serverPort: number;
  /** What makes our server use it, as an operator names one of theirs. */
  readonly env: Record<string, string>;
  close(): Promise<void>;
};

/** Where media is, in LiveKit's settings. */
type Rtc = { node_ip: string; use_ice_lite?: boolean; ips: { includes: string[] } };

/** A LiveKit on the settings that our server writes, but for where browsers find its media. */
export async function openOwnLiveKit(change: (rtc: Rtc) => void): Promise<OwnLiveKit> {
  const program = findLiveKit();
  if (program === null) throw new Error('there is no LiveKit here');
  const folder = await realpath(await makeDataFolder());
  const serverPort = await freePort();
  const chosen = await openChosen(folder);
  const webhookUrl = `http://127.0.0.1:${serverPort}/api/media/webhook`;
  const { file } = await writeSettings(folder, chosen, webhookUrl);
  const settings = JSON.parse(await readFile(file, 'utf8')) as { rtc: Rtc };
  change(settings.rtc);
  await writeFile(file, JSON.stringify(settings));
  const pid = await spawnLiveKit(program, file);
  return {
    mediaPort: chosen.mediaPort,
    serverPort,
    env: {
      PORT: String(serverPort),
      LIVEKIT_URL: `http://127.0.0.1:${chosen.signalPort}`,
      LIVEKIT_API_KEY: chosen.apiKey,
      LIVEKIT_API_SECRET: chosen.apiSecret,
    },
    async close() {
      await stopLiveKit(pid, folder);
      await removeDataFolder(folder);
    },
  };
}

export type RelayedLiveKit = OwnLiveKit & { readonly relay: UdpRelay };

/** What browsers are told; LiveKit itself is on 127.0.0.1, with our relay between. */
const ADVERTISED = '127.0.0.2';

/** One whose media goes through a relay of ours. */
export async function openRelayedLiveKit(): Promise<RelayedLiveKit> {
  const livekit = await openOwnLiveKit((rtc) => {
    rtc.node_ip = ADVERTISED;
    // One that knocks itself would find the browser's own address, past the relay.
    rtc.use_ice_lite = true;
  });
  const port = livekit.mediaPort;
  const relay = await openUdpRelay({ address: ADVERTISED, port }, { address: '127.0.0.1', port });
  return {
    ...livekit,
    relay,
    async close() {
      await livekit.close();
      await relay.close();
    },
  };
}
