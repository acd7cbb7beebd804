import { createSignal, onMount, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { networkIcon } from '../../../ui/icons.ts';
import { browserFamily } from './browser-advice.ts';
import styles from './DeviceCheckPage.module.css';
import { createLineCheck } from './line-check.ts';
import { lineCheckWords } from './line-check-words.ts';
import { type LineSpeed, measureLine } from './line-speed.ts';
import { TestRow } from './TestRow.tsx';

/** Whether sound and picture get through from here: what a firewall stops while every page still opens. */
export function LineCheck() {
  const t = useWords(lineCheckWords);
  const [measured, setMeasured] = createSignal<LineSpeed>();
  const measure = async () => {
    setMeasured(undefined);
    setMeasured(await measureLine());
  };
  onMount(() => void measure());
  const check = createLineCheck();
  const start = () => {
    void measure();
    void check.start();
  };
  const trying = () => check.state().status === 'trying';
  const words = () => {
    const now = check.state();
    switch (now.status) {
      case 'untried':
        return t().about;
      case 'trying':
        return t().trying;
      case 'cancelled':
        return t().cancelled;
      case 'found':
        return t().found[now.found];
    }
  };
  /** How quick it is comes after whether anything gets through, and is nothing to say when nothing does. */
  const speed = () => {
    const now = measured();
    return now && check.state().status !== 'trying' && t().speeds[now];
  };
  const advice = () => {
    const now = check.state();
    const helps = now.status === 'found' && ['detour', 'blocked', 'no-line'].includes(now.found);
    return helps && t().advice[browserFamily(navigator.userAgent, navigator.maxTouchPoints)];
  };
  return (
    <TestRow
      icon={networkIcon}
      name={t().name}
      about={
        <div role="status">
          <p>{words()}</p>
          <Show when={advice()} fallback={<Show when={speed()}>{(said) => <p>{said()}</p>}</Show>}>
            {(what) => <p class={styles.trouble}>{what()}</p>}
          </Show>
        </div>
      }
      act={
        <Button size="small" onClick={() => (trying() ? check.cancel() : start())}>
          {trying() ? t().cancel : check.state().status === 'untried' ? t().start : t().again}
          <Show when={check.state().status !== 'untried'}>
            <span class="visually-hidden"> {t().name}</span>
          </Show>
        </Button>
      }
    />
  );
}
