import { createSignal } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { playIcon, soundIcon } from '../../../ui/icons.ts';
import { SteadyWords } from '../../../ui/SteadyWords.tsx';
import { checkWords } from './check-words.ts';
import { DeviceChoice } from './DeviceChoice.tsx';
import type { Device } from './device-list.ts';
import { playTone } from './device-probe.ts';
import styles from './TestRow.module.css';
import { TestRow } from './TestRow.tsx';

/** Whether the tone was heard, which only the person knows: so it is asked, and whoever heard none is told what to do. */
export function SpeakerTest(props: { readonly devices: readonly Device[] | undefined }) {
  const t = useWords(checkWords);
  const [tone, setTone] = createSignal<'untried' | 'plays' | 'played'>('untried');
  const [heard, setHeard] = createSignal<boolean>();
  let last = 0;
  const play = async () => {
    last += 1;
    const mine = last;
    setHeard(undefined);
    setTone('plays');
    await playTone();
    if (mine === last) setTone('played');
  };
  const asks = () => tone() === 'played';
  const says = () => {
    if (tone() === 'plays') return t().tonePlays;
    if (heard()) return t().toneWorks;
    return asks() ? t().toneHeard : t().speakerAbout;
  };
  return (
    <TestRow
      icon={soundIcon}
      name={t().speaker}
      about={
        <div class={styles.question}>
          <p role="status">
            <SteadyWords says={says()} also={t().speakerAbout} />
          </p>
          {/* Its place is kept before it is asked: the question comes by itself, and moves nothing. */}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no flex box */}
          <div
            class={styles.answer}
            classList={{ [styles.unasked ?? '']: !asks() }}
            role="group"
            aria-label={t().toneHeard}
          >
            <Button size="small" aria-pressed={heard() === true} onClick={() => setHeard(true)}>
              {t().yes}
            </Button>
            <Button size="small" aria-pressed={heard() === false} onClick={() => setHeard(false)}>
              {t().no}
            </Button>
          </div>
        </div>
      }
      act={
        <>
          <DeviceChoice
            brief
            labelHidden
            kind="audiooutput"
            devices={props.devices}
            onChange={play}
          />
          <Button size="small" icon={playIcon} onClick={play}>
            {t().playTone}
          </Button>
        </>
      }
      below={<p role="status">{heard() === false && t().toneAdvice}</p>}
    />
  );
}
