import type { LineReading } from './media-line.ts';

/** The parts of a browser's report that are read here. Which of them it has is up to the browser. */
type Stat = {
  readonly type: string;
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly selectedCandidatePairId?: string;
  readonly bytesReceived?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  /** In seconds. */
  readonly currentRoundTripTime?: number;
  readonly availableOutgoingBitrate?: number;
  readonly fractionLost?: number;
  readonly qualityLimitationReason?: string;
};

type Report = Pick<ReadonlyMap<string, Stat>, 'get' | 'values'>;

/** The way that a line goes just now: every report on something that it carries holds it too. */
export function wayOf(report: Report): Stat | undefined {
  const stats = [...report.values()];
  // After a move to another network old ways stay in the report; a browser that does not say which is used (Firefox)
  // marks one that is.
  const selected = stats.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  return (
    (selected === undefined ? undefined : report.get(selected)) ??
    stats.find(({ type, nominated }) => type === 'candidate-pair' && nominated)
  );
}

/**
 * What a browser's report on one picture that comes in, or on one's own where none does, says of the line that carries it;
 * null when it is not up. `own` is the report on one's own picture, while one sends any.
 */
export function readingOf(
  report: Report,
  { heldBack, own }: { readonly heldBack: boolean; readonly own: Report | undefined },
): LineReading | null {
  const way = wayOf(report);
  if (!way) return null;
  const picture = [...report.values()].find(
    ({ type, kind }) => type === 'inbound-rtp' && kind === 'video',
  );
  const sent = own ? [...own.values()].filter(({ kind }) => kind === 'video') : [];
  return {
    receivedBytes: way.bytesReceived ?? 0,
    canSendBitsPerSecond: own ? (way.availableOutgoingBitrate ?? null) : null,
    packets: picture?.packetsReceived ?? 0,
    packetsLost: picture?.packetsLost ?? 0,
    roundTripMs: (way.currentRoundTripTime ?? 0) * 1_000,
    sentLostShare: Math.max(
      0,
      ...sent
        .filter(({ type }) => type === 'remote-inbound-rtp')
        .map((one) => one.fractionLost ?? 0),
    ),
    limitedByCpu: sent.some(({ qualityLimitationReason }) => qualityLimitationReason === 'cpu'),
    heldBack,
  };
}
