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

/** What a browser's report on one picture says of the line that carries it; null when it is not up. */
export function readingOf(
  report: Report,
  { heldBack, sends }: { readonly heldBack: boolean; readonly sends: boolean },
): LineReading | null {
  const way = wayOf(report);
  if (!way) return null;
  const picture = [...report.values()].find(
    ({ type, kind }) => type === 'inbound-rtp' && kind === 'video',
  );
  return {
    receivedBytes: way.bytesReceived ?? 0,
    canSendBitsPerSecond: sends ? (way.availableOutgoingBitrate ?? null) : null,
    packets: picture?.packetsReceived ?? 0,
    packetsLost: picture?.packetsLost ?? 0,
    roundTripMs: (way.currentRoundTripTime ?? 0) * 1_000,
    heldBack,
  };
}
