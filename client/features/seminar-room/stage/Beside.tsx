import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { keep, kept } from '../../../platform/kept.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import styles from './Beside.module.css';
import { SHARE_MAX, SHARE_MIN, shareAt, shareByKey, shareByPress, shareFrom } from './split.ts';
import { words } from './words.ts';

/** A hand that trembles has not drawn anything yet. */
const DRAWN_PX = 4;
const KEPT_AS = 'sheet-share';

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Something shared on the left, faces on the right, and an edge between them that can be drawn, pressed and moved by
 * arrows. On a narrow screen one stands over the other, without an edge.
 */
export function Beside(props: {
  /** What is shared: what we do now, a document, a screen. */
  readonly sheet: JSX.Element;
  /** The faces. */
  readonly children: JSX.Element;
}) {
  const wide = createMediaQuery(WIDE);
  const sheetId = createUniqueId();
  const [share, setShare] = createSignal(shareFrom(kept(KEPT_AS, isText)));
  let frame: HTMLDivElement | undefined;
  const settle = (next: number) => {
    setShare(next);
    keep(KEPT_AS, String(next));
  };
  return (
    <div ref={frame} class={styles.frame} style={{ '--share': share() / 100 }}>
      <div id={sheetId} class={styles.sheet}>
        {props.sheet}
      </div>
      <Show when={wide()}>
        <Edge
          controls={sheetId}
          share={share()}
          frame={() => frame?.getBoundingClientRect() ?? { left: 0, width: 0 }}
          onDraw={setShare}
          onSettle={settle}
        />
      </Show>
      {props.children}
    </div>
  );
}

function Edge(props: {
  readonly controls: string;
  readonly share: number;
  readonly frame: () => { readonly left: number; readonly width: number };
  readonly onDraw: (share: number) => void;
  readonly onSettle: (share: number) => void;
}) {
  const t = useWords(words);
  let pressedAt: number | undefined;
  let drawn = false;
  const draw = (event: PointerEvent) => {
    if (pressedAt === undefined) return;
    drawn ||= Math.abs(event.clientX - pressedAt) > DRAWN_PX;
    if (drawn) props.onDraw(shareAt(event.clientX, props.frame()));
  };
  const letGo = () => {
    if (pressedAt === undefined) return;
    pressedAt = undefined;
    props.onSettle(drawn ? props.share : shareByPress(props.share));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; a separator that takes focus can (ARIA 1.2)
    <div
      role="separator"
      class={styles.edge}
      tabindex="0"
      aria-orientation="vertical"
      aria-label={t().edge}
      title={t().edgeHint}
      aria-controls={props.controls}
      aria-valuemin={SHARE_MIN}
      aria-valuemax={SHARE_MAX}
      aria-valuenow={props.share}
      aria-valuetext={t().percent(props.share)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = shareByKey(props.share, event.key);
        if (next === undefined) return;
        event.preventDefault();
        props.onSettle(next);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pressedAt = event.clientX;
        drawn = false;
      }}
      onPointerMove={draw}
      onPointerUp={letGo}
      onPointerCancel={() => {
        pressedAt = undefined;
        props.onSettle(props.share);
      }}
    />
  );
}
