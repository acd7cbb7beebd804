import { type JSX, Show } from 'solid-js';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { Choices } from '../poll/Choices.tsx';
import styles from './CaptionSheet.module.css';
import type { Captions } from './captions-store.ts';
import { COLOURS, PLACES, SIZES } from './reading-choice.ts';
import { words } from './words.ts';

/** "Teksting": whether there is any, and how one wishes to read it. */
export function CaptionSheet(props: {
  readonly captions: Captions;
  /** Whoever teaches is told how to get a captioner. */
  readonly teaches: boolean;
  /** How one's own speech is written down, where it can be. */
  readonly ownSpeech: JSX.Element;
}) {
  const t = useWords(words);
  const { captions } = props;
  const { choice } = captions;
  createReturnFocus(() => captions.isOpen());
  const source = () => {
    const names = captions.captionerNames();
    if (names.length === 0) return t().fromDevices;
    return t().from(inARow(language(), names), names.length);
  };
  return (
    <Sheet
      open={captions.isOpen()}
      onOpenChange={captions.open}
      title={t().captions}
      closeLabel={t().close}
    >
      <div class={styles.parts}>
        <p>
          <Show when={captions.exist()} fallback={t().nobody}>
            {source()} {t().about}
          </Show>
          <Show when={!captions.exist() && props.teaches}> {t().nobodyTeacher}</Show>
        </p>
        <Switch label={t().show} about={t().showAbout} on={choice.on()} onChange={choice.turn} />
        <Choices
          legend={t().size}
          choices={SIZES.map((size) => ({ label: t().sizes[size] }))}
          chosen={[SIZES.indexOf(choice.size())]}
          onChoose={(nth) => choice.setSize(SIZES[nth])}
        />
        <Choices
          legend={t().colours}
          choices={COLOURS.map((colours) => ({ label: t().coloursOf[colours] }))}
          chosen={[COLOURS.indexOf(choice.colours())]}
          onChoose={(nth) => choice.setColours(COLOURS[nth])}
        />
        <Choices
          legend={t().place}
          choices={PLACES.map((place) => ({ label: t().places[place] }))}
          chosen={[PLACES.indexOf(choice.place())]}
          onChoose={(nth) => choice.setPlace(PLACES[nth])}
        />
        <Switch
          label={t().aloud}
          about={t().aloudAbout}
          on={choice.aloud()}
          onChange={choice.readAloud}
        />
        {props.ownSpeech}
      </div>
    </Sheet>
  );
}
