import { createEffect, createMemo, createSignal, Index, onCleanup, onMount, Show } from 'solid-js';
import { daysBetween } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { words } from '../words.ts';
import styles from './Between.module.css';
import { bandAt, type HomeBand, placesByDate } from './band.ts';
import { AheadFold, BehindFold } from './Folds.tsx';
import { type Lying, layDown } from './lying.ts';
import { measureBand } from './measure-band.ts';
import { Post } from './Post.tsx';
import { ThreadLine } from './ThreadLine.tsx';
import { SessionTag, TodayTag } from './tags.tsx';

/** As many as a person takes in upright; the rest is folded. */
const UPRIGHT_AT_MOST = 7;

export interface BetweenProps {
  band: HomeBand;
  /** The server's time. */
  now: number;
}

/**
 * "Mellom samlingene": the gatherings are posts, the sessions hang on the thread between them. One real list, which
 * reads well alone. It lies down where its words have room and stands elsewhere.
 */
export function Between(props: BetweenProps) {
  const t = useWords(words);
  const band = createMemo(() => bandAt(props.band, props.now));
  const ends = () => ({ from: band().from !== null, to: band().to !== null });
  const [lying, setLying] = createSignal<Lying | null>(null);
  const { width, fontsArrived } = watchSize(() => place);
  let place: HTMLDivElement | undefined;

  createEffect(() => {
    language();
    fontsArrived();
    const measured = place && measureBand(place, width());
    setLying(measured ? layDown(measured, placesByDate(band(), props.now), ends()) : null);
  });

  const fold = () => {
    const laid = lying();
    return laid ? { x: laid.foldX, y: laid.foldY } : undefined;
  };
  // Upright and long, the far end is folded. All of it is measured, so that it may lie down again.
  const uprightRest = () => {
    const rest = band().ahead.length - UPRIGHT_AT_MOST;
    return lying() === null && rest > 1 ? rest : 0;
  };
  const near = () => band().ahead.slice(0, band().ahead.length - uprightRest());
  const far = () => band().ahead.slice(band().ahead.length - uprightRest());

  return (
    <section aria-labelledby="between">
      <header class={styles.top}>
        <h2 id="between">{ends().from || ends().to ? t().between : t().ahead}</h2>
        <Show when={band().to}>
          {(to) => (
            <p class={styles.daysLeft}>
              {t().daysLeft(Math.max(daysBetween(props.now, to().startsAt), 0), to().place)}
            </p>
          )}
        </Show>
      </header>
      <div
        class={classNames(styles.band, lying() ? styles.lying : styles.upright)}
        style={{ height: lying() ? `${lying()?.height}px` : undefined }}
        ref={(element) => {
          place = element;
        }}
      >
        <Show when={lying()}>
          {(laid) => (
            <ThreadLine
              lying={laid()}
              width={width()}
              ends={ends()}
              fold={band().behind.length > 0}
            />
          )}
        </Show>
        <ol class={styles.list}>
          <Show when={band().from}>
            {(from) => (
              <Post gathering={from()} end="first" behind={from().startsAt <= props.now} />
            )}
          </Show>
          <Show when={band().behind.length > 0}>
            <BehindFold sessions={band().behind} at={fold()} />
          </Show>
          <TodayTag session={band().today} at={lying()?.tags[0]} />
          <Index each={near()}>
            {(session, n) => (
              <SessionTag session={session()} now={props.now} at={lying()?.tags[n + 1]} />
            )}
          </Index>
          <Show when={far().length > 0}>
            <AheadFold sessions={far()} now={props.now} />
          </Show>
          <Show when={band().to}>
            {(to) => <Post gathering={to()} end="last" behind={false} />}
          </Show>
        </ol>
      </div>
    </section>
  );
}

/** The inner width of the band in px, 0 until it is known, and whether the typeface has come: both change the words' size. */
function watchSize(place: () => HTMLElement | undefined) {
  const [width, setWidth] = createSignal(0);
  const [fontsArrived, setFontsArrived] = createSignal(false);
  onMount(() => {
    const element = place();
    if (!element) return;
    const watch = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    );
    watch.observe(element);
    onCleanup(() => watch.disconnect());
    void document.fonts.ready.then(() => setFontsArrived(true));
  });
  return { width, fontsArrived };
}
