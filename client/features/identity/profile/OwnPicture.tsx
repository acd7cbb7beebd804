import { createSignal, Show } from 'solid-js';
import { removePicture } from '#shared/features/identity/profile/commands.ts';
import { PICTURE_FILE_TYPES, type PictureId } from '#shared/features/identity/profile/model.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { trashIcon } from '../../../ui/icons.ts';
import styles from './ProfilePage.module.css';
import { sendPicture } from './send-picture.ts';
import { words } from './words.ts';

/** A picture of oneself, chosen, changed and taken away. Each is so at once, apart from the form. */
export function OwnPicture(props: {
  readonly picture: PictureId | null;
  readonly onChange: (picture: PictureId | null) => void;
}) {
  const t = useWords(words);
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal<string>();
  const [problem, setProblem] = createSignal<string>();
  let input!: HTMLInputElement;
  let choose!: HTMLButtonElement;

  const done = (picture: PictureId | null, words: string) => {
    props.onChange(picture);
    setSaid(words);
    announce(words);
  };
  async function send(file: File | undefined): Promise<void> {
    input.value = '';
    if (!file || busy()) return;
    setBusy(true);
    setSaid(undefined);
    setProblem(undefined);
    const answer = await sendPicture(file);
    setBusy(false);
    if (answer.ok) done(answer.value.picture, t().pictureSaved);
    else setProblem(t().pictureRefusals[answer.refusal]);
  }
  async function remove(): Promise<void> {
    setSaid(undefined);
    setProblem(undefined);
    const outcome = await live.send(removePicture, {});
    if (!outcome.ok) return void setProblem(t().refusals[outcome.refusal]);
    // What was pressed is gone.
    choose.focus();
    done(null, t().pictureRemoved);
  }
  return (
    <section class={styles.picture} aria-labelledby="profile-picture">
      <h2 id="profile-picture">{t().picture}</h2>
      <p class={styles.quiet}>{t().pictureAbout}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={PICTURE_FILE_TYPES.join(',')}
        onChange={(event) => void send(event.currentTarget.files?.[0])}
      />
      <p class={styles.usual}>
        <Button
          ref={choose}
          aria-disabled={busy() ? 'true' : undefined}
          onClick={() => busy() || input.click()}
        >
          {busy() ? t().sendingPicture : props.picture ? t().changePicture : t().choosePicture}
        </Button>
        <Show when={props.picture}>
          <Button look="quiet" danger icon={trashIcon} onClick={() => void remove()}>
            {t().removePicture}
          </Button>
        </Show>
      </p>
      <Show when={said()}>{(words) => <p class={styles.saved}>{words()}</p>}</Show>
      <Show when={problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {why()}
          </p>
        )}
      </Show>
    </section>
  );
}
