import { WebSocketLine } from './websocket-line.ts';

/** What one numbered event needs to be told apart and timed: it travels inside the text that people write. */
export type Numbered = { readonly nth: number; readonly sentAt: number };

/** How to speak to one kind of server. The generator knows no more of it than this. */
export type Dialect = {
  readonly path: string;
  readonly origin: string;
  /** A line is open on the lowest level. Say hello. */
  opened(person: Person): void;
  /** A frame came that is the same for everybody, or an answer to this person alone. */
  heard(person: Person, payload: Buffer): void;
  post(person: Person, text: string): void;
};

/** What the load generator wants to be told. */
export type Watch = {
  /** In: may post, and hears what others post. */
  ready(person: Person): void;
  event(person: Person, event: Numbered): void;
  answered(person: Person, post: { readonly ok: boolean; readonly sentAt: number }): void;
  refused(person: Person, why: string): void;
  closed(person: Person): void;
  frame(): void;
  /** Heard in one frame: so many have come or gone. */
  comings(person: Person, changes: number): void;
};

/** One person at one browser, as far as a server can tell. */
export class Person {
  readonly place: number;
  readonly cookie: string;
  readonly watch: Watch;
  /** What Socket.IO's recovery wants to be told when we are back. */
  readonly kept: { session: string | null; offset: string | null } = {
    session: null,
    offset: null,
  };
  /** Asks that wait for an answer, by their number on this line. */
  readonly asked = new Map<number, (answer: unknown) => void>();
  status: 'away' | 'coming' | 'in' = 'away';
  #line: WebSocketLine | null = null;
  #asks = 0;

  constructor(place: number, cookie: string, watch: Watch) {
    this.place = place;
    this.cookie = cookie;
    this.watch = watch;
  }

  come(dialect: Dialect, port: number): void {
    this.status = 'coming';
    this.asked.clear();
    const headers = { Origin: dialect.origin, ...(this.cookie ? { Cookie: this.cookie } : {}) };
    const line = new WebSocketLine(
      { port, path: dialect.path, headers },
      {
        open: () => dialect.opened(this),
        text: (payload) => {
          this.watch.frame();
          dialect.heard(this, payload);
        },
        closed: () => {
          if (this.#line !== line) return;
          this.#line = null;
          this.status = 'away';
          this.watch.closed(this);
        },
      },
    );
    this.#line = line;
  }

  /** As when the network goes: nothing is said. */
  cut(): void {
    const line = this.#line;
    this.#line = null;
    this.status = 'away';
    line?.cut();
  }

  say(text: string): void {
    this.#line?.send(text);
  }

  nextAsk(): number {
    return this.#asks++;
  }

  isIn(): void {
    this.status = 'in';
    this.watch.ready(this);
  }
}
