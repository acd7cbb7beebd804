import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { browserFamily } from './browser-advice.ts';
import styles from './DeviceCheckPage.module.css';
import { createLineCheck } from './line-check.ts';
import { lineCheckWords } from './line-check-words.ts';

/** Whether sound and picture get through from here: what a firewall stops while every page still opens. */
export function LineCheck(props: { readonly onStart: () => unknown }) {
  const t = useWords(lineCheckWords);
  const check = createLineCheck();
  const start = () => {
    props.onStart();
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
  const advice = () => {
    const now = check.state();
    const helps = now.status === 'found' && ['detour', 'blocked', 'no-line'].includes(now.found);
    return helps && t().advice[browserFamily(navigator.userAgent, navigator.maxTouchPoints)];
  };
  return (
    <>
      <div role="status">
        <p>{words()}</p>
        <Show when={advice()}>{(what) => <p class={styles.trouble}>{what()}</p>}</Show>
      </div>
      <div class={styles.acts}>
        <Button size="small" onClick={() => (trying() ? check.cancel() : start())}>
          {trying() ? t().cancel : check.state().status === 'untried' ? t().start : t().again}
          <Show when={check.state().status !== 'untried'}>
            <span class="visually-hidden"> {t().name}</span>
          </Show>
        </Button>
      </div>
    </>
  );
}
