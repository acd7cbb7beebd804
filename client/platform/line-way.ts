/** How sound and picture get from here to the media server. */
export type LineWay =
  /** By UDP, as they should. */
  | 'direct'
  /** Only wrapped in TCP or TLS: every packet that is lost holds up those behind it. */
  | 'detour'
  /** The line for arranging it came up, and what should carry sound and picture did not. */
  | 'blocked'
  /** Not even the line for arranging it came up, where pages do. */
  | 'no-line';

/** The parts of WebRTC's statistics that tell. */
export type LineStat = {
  readonly id: string;
  readonly type: string;
  readonly selectedCandidatePairId?: string;
  readonly localCandidateId?: string;
  /** Firefox marks the pair instead of naming it. */
  readonly selected?: boolean;
  readonly protocol?: string;
  readonly relayProtocol?: string;
};

/** Which way a line that is up has taken. */
export function wayOf(stats: readonly LineStat[]): LineWay {
  const named = stats.find((one) => one.selectedCandidatePairId)?.selectedCandidatePairId;
  const pair = stats.find(
    (one) => one.type === 'candidate-pair' && (one.id === named || one.selected),
  );
  const own = stats.find((one) => one.id === pair?.localCandidateId);
  if (!own) return 'blocked';
  return (own.relayProtocol ?? own.protocol) === 'udp' ? 'direct' : 'detour';
}
