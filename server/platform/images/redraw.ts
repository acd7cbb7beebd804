import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { Log } from '../log.ts';
import type { ImageKind } from './image-kind.ts';

/** The largest camera pictures that people have. Ten times as many fit into a file of a few kilobytes. */
const PIXELS_MAX = 64_000_000;
/** The process itself gives up earlier. */
const ANSWERS_WITHIN_MS = 20 * SECOND_MS;
/** Between two pictures of the same person; after that its memory is given back. */
const IDLE_ENDS_AFTER_MS = 30 * SECOND_MS;
/** Beyond that people wait longer than they should, and are told to try again. */
const WAITING_MAX = 20;

export type Redrawing = {
  readonly file: Uint8Array;
  readonly kind: ImageKind;
  readonly pixelsMax: number;
  /** A square of so many pixels from the middle, where the whole is not wanted. */
  readonly square: number | null;
};
export type Redrawn = {
  readonly ok: true;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};
export type RedrawingAnswer = Redrawn | { readonly ok: false; readonly tooManyPixels?: boolean };

export type Redraw = {
  /** Draws a picture anew, so that nothing of the file is kept but what is seen. One at a time. */
  redraw(
    file: Buffer,
    kind: ImageKind,
    square?: number,
  ): Promise<Redrawn | 'too-many-pixels' | 'broken' | 'too-busy'>;
  stop(): void;
};

/** Pictures are opened in a process of their own, which is started when one comes and replaced when it fails. */
export function makeRedraw({ log }: { readonly log: Log }): Redraw {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | null = null;
  let nth = 0;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  function childNow(): ChildProcess {
    if (child) return child;
    child = fork(path.join(import.meta.dirname, 'redraw-process.ts'), {
      serialization: 'advanced',
      execArgv: [],
      // Of our own environment it needs nothing: there are passwords in it.
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.unref();
    child.channel?.unref();
    return child;
  }

  function end(): void {
    child?.kill('SIGKILL');
    child = null;
  }

  function ask(file: Buffer, kind: ImageKind, square: number | null): Promise<RedrawingAnswer> {
    if (idle) clearTimeout(idle);
    const asked = childNow();
    const mine = nth++;
    return new Promise((resolve) => {
      const done = (answer: RedrawingAnswer, isOver: boolean) => {
        clearTimeout(timer);
        asked.off('message', hear);
        asked.off('exit', lost);
        asked.off('error', lost);
        if (isOver && child === asked) end();
        resolve(answer);
      };
      const hear = (said: unknown) => {
        const heard = said as { nth: number; answer: RedrawingAnswer };
        if (heard.nth === mine) done(heard.answer, false);
      };
      const lost = () => {
        log.warn('the process that opens pictures ended with one in it');
        done({ ok: false }, true);
      };
      const timer = setTimeout(() => {
        log.warn('a picture took too long to open');
        done({ ok: false }, true);
      }, ANSWERS_WITHIN_MS);
      asked.on('message', hear);
      asked.on('exit', lost);
      asked.on('error', lost);
      try {
        asked.send({
          nth: mine,
          ask: { file, kind, pixelsMax: PIXELS_MAX, square } satisfies Redrawing,
        });
      } catch (error) {
        log.warn({ err: error }, 'the process that opens pictures could not be given one');
        done({ ok: false }, true);
      }
    });
  }

  return {
    async redraw(file, kind, square) {
      if (waiting >= WAITING_MAX || stopped) return 'too-busy';
      waiting++;
      const turn = last
        .then(() => ask(file, kind, square ?? null))
        .catch((error): RedrawingAnswer => {
          log.error({ err: error }, 'the process that opens pictures could not be started');
          return { ok: false };
        });
      last = turn.then(() => {
        waiting--;
        if (waiting === 0) idle = setTimeout(end, IDLE_ENDS_AFTER_MS).unref();
      });
      const answer = await turn;
      if (answer.ok) return answer;
      return answer.tooManyPixels ? 'too-many-pixels' : 'broken';
    },
    stop() {
      stopped = true;
      if (idle) clearTimeout(idle);
      end();
    },
  };
}
