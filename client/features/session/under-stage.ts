import { createSignal, type JSX, onCleanup } from 'solid-js';

/** How high it is what stands at the foot of the stage, in place of it: what is said for a moment stands over that. */
export function createUnderStage() {
  const [height, setHeight] = createSignal(0);
  const resized = new ResizeObserver(([seen]) => {
    setHeight(seen?.borderBoxSize[0]?.blockSize ?? 0);
  });
  onCleanup(() => resized.disconnect());
  return {
    watch: (element: HTMLElement) => resized.observe(element),
    size: (): JSX.CSSProperties => ({ '--under-stage': `${height()}px` }),
  };
}
