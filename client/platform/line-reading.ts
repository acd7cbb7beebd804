import type { LineReading } from './media-line.ts';

/** The parts of a browser's report that are read here. Which of them it has is up to the browser. */
type Stat = {
  readonly type: string;
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly selectedCandidatePairId?: string;
  readonly bytesReceived?: number;
  readonly responsesReceived?: number;
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
function wayOf(report: Report): Stat | undefined {
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
 * Bytes that have come in over the whole line; undefined when it is not up. Not those of the way that the browser has
 * selected: the media server may answer on another, which is as good.
 */
export function bytesIn(report: Report): number | undefined {
  return (
    sumOf(report, 'transport', 'bytesReceived') ?? sumOf(report, 'candidate-pair', 'bytesReceived')
  );
}

/** Grows as long as the other end is there: what comes in, and its answers to the browser's asking whether it is. */
export function signsOfLife(report: Report): number {
  return (bytesIn(report) ?? 0) + (sumOf(report, 'candidate-pair', 'responsesReceived') ?? 0);
}

/** Undefined where none tells. */
function sumOf(
  report: Report,
  type: string,
  counter: 'bytesReceived' | 'responsesReceived',
): number | undefined {
  return [...report.values()]
    .filter((stat) => stat.type === type)
    .map((stat) => stat[counter])
    .reduce((sum, count) => (count === undefined ? sum : (sum ?? 0) + count), undefined);
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
    receivedBytes: bytesIn(report) ?? 0,
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
