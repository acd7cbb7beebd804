import { createEffect } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { StandingMark } from './StandingMark.tsx';
import { makeListener, type Standing } from './standing.ts';
import { words } from './words.ts';

/** Whether what was written is safe, in words. A screen reader hears when that changes for the worse or back. */
export function SaveLine(props: { readonly standing: Standing }) {
  const t = useWords(words);
  const listen = makeListener();
  createEffect(() => {
    const heard = listen(props.standing);
    if (heard === 'ill') announce(t().standing[props.standing]);
    else if (heard === 'back') announce(t().backSpoken);
  });
  return <StandingMark standing={props.standing} />;
}
