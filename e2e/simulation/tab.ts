import {
  type SessionFact,
  type SessionState,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { AnyCommand, InputOf } from '#shared/wire/contract.ts';
import { next, type RoomEvent, type RoomState } from '../../client/features/session/room-state.ts';
import {
  type Channels,
  makeChannels,
  type OpenChannel,
} from '../../client/platform/channel-store.ts';
import type { DeviceStore } from '../../client/platform/device-store.ts';
import type { AnyReply, UnsentCall } from '../../client/platform/outbox.ts';
import { makeSender, type Sender } from '../../client/platform/send.ts';
import type { Caller } from '../../server/platform/dispatch.ts';
import type { Random } from './random.ts';
import {
  makeSimulatedConnection,
  type Reach,
  type SimulatedConnection,
} from './simulated-connection.ts';

/** Everything that is remembered for the judgement at the end. */
export type Journal = {
  /** Calls made, by call id. */
  readonly made: Map<
    string,
    { readonly call: UnsentCall; readonly by: Caller; readonly tag: string | null }
  >;
  /** The last word on each call that got one. */
  readonly settled: Map<
    string,
    { readonly call: UnsentCall; readonly by: Caller; readonly reply: AnyReply }
  >;
  /** What each tab heard after its snapshots, in order. */
  readonly heard: { readonly by: PersonId; readonly facts: SessionFact[] }[];
  readonly wrong: string[];
};

/** One tab of a person's, with the real outbox, sender, channel store and room state. */
export class Tab {
  readonly by: Caller;
  readonly sessionId: SessionId;
  readonly connection: SimulatedConnection;
  readonly device: DeviceStore;
  room: RoomState = { status: 'joining' };
  gone = false;
  readonly #channels: Channels;
  readonly #sender: Sender;
  readonly #journal: Journal;
  readonly #lane: string;
  #channel: OpenChannel<typeof sessionChannel> | null = null;

  constructor(parts: {
    readonly by: Caller;
    readonly sessionId: SessionId;
    readonly reach: Reach;
    readonly random: Random;
    readonly journal: Journal;
    readonly device: DeviceStore;
  }) {
    this.by = parts.by;
    this.sessionId = parts.sessionId;
    this.device = parts.device;
    this.#journal = parts.journal;
    this.#lane = `session ${parts.sessionId}`;
    this.connection = makeSimulatedConnection(parts.reach, parts.random);
    this.#channels = makeChannels(this.connection);
    this.#sender = makeSender(this.connection, this.#channels);
    this.#sender.outbox.whenSettled((call, reply) => this.#settled(call, reply));
    this.#sender.remember(parts.device);
    this.connection.start();
    this.join();
  }

  get state(): SessionState | undefined {
    return this.#channel?.state();
  }

  get live(): boolean {
    return this.room.status === 'in-session' && this.#channel?.status().status === 'live';
  }

  /** Nothing of this tab's waits for the server. */
  get idle(): boolean {
    return this.#sender.outbox.entries().length === 0;
  }

  /** What the page's effects do when something has changed; called after every event. */
  react(): void {
    const status = this.#channel?.status();
    if (this.gone || !status) return;
    if (status.status === 'live') {
      this.#happened({ type: 'room-shown' });
      this.#sender.outbox.openLane(this.#lane);
      return;
    }
    this.#sender.outbox.closeLane(this.#lane);
    if (status.status === 'closed' && status.why !== 'let-go')
      this.#happened({ type: 'channel-closed', why: status.why });
  }

  async join(): Promise<void> {
    this.#happened({ type: 'join-asked' });
    const sent = this.#sender.send(joinSession, { sessionId: this.sessionId }, { lasting: false });
    this.#note(null);
    const outcome = await sent;
    if (this.gone) return;
    if (!outcome.ok) {
      this.#happened({ type: 'join-refused', why: outcome.refusal, incident: undefined });
    } else if (this.#channel) this.#channel.reopen();
    else {
      this.#channel = this.#channels.open(sessionChannel, this.sessionId);
      const heard: SessionFact[] = [];
      this.#journal.heard.push({ by: this.by.personId, facts: heard });
      this.#channel.whenFact((fact) => heard.push(structuredClone(fact)));
    }
  }

  /** `tag` is a text that no other call carries, by which its effect can be found. */
  async send<C extends AnyCommand>(
    command: C,
    input: InputOf<C>,
    tag: string | null,
  ): Promise<void> {
    const sent = this.#sender.send(command, input, { lane: this.#lane });
    this.#note(tag);
    const outcome = await sent;
    // Read your writes: what the reply confirms is on the screen when it is confirmed.
    if (!outcome.ok || tag === null || !this.live) return;
    const { messageId } = outcome.value as { messageId?: string };
    if (messageId && !this.state?.chat.messages.some((message) => message.id === messageId))
      this.#journal.wrong.push(`${tag} is confirmed and not on the screen`);
  }

  /** Closes the tab; as a person does, or as a phone does. */
  close(goodbye: boolean): void {
    this.gone = true;
    this.connection.close(goodbye);
  }

  #note(tag: string | null): void {
    const call = this.#sender.outbox.entries().at(-1);
    if (call) this.#journal.made.set(call.callId, { call, by: this.by, tag });
  }

  #settled(call: UnsentCall, reply: AnyReply): void {
    const before = this.#journal.settled.get(call.callId);
    if (before && JSON.stringify(before.reply) !== JSON.stringify(reply))
      this.#journal.wrong.push(`${call.name} got two answers`);
    this.#journal.settled.set(call.callId, { call, by: this.by, reply });
  }

  #happened(event: RoomEvent): void {
    this.room = next(this.room, event);
  }
}
