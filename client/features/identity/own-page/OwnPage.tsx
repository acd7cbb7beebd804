import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { appearance, lowEnergy } from '../../../platform/appearance.ts';
import { type Language, language, languages, useWords } from '../../../platform/language.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { chosenInWords } from '../appearance/chosen.ts';
import { chooseOwnAppearance } from '../appearance/own-appearance.ts';
import { words as appearanceWords } from '../appearance/words.ts';
import { languageNames } from '../LanguageChoice.tsx';
import { chooseOwnLanguage, isGuestAlone, who } from '../who.ts';
import { OwnDevice } from './OwnDevice.tsx';
import styles from './OwnPage.module.css';
import { words } from './words.ts';

/** `/din-side`: everything that is one's own to choose, and what is chosen now. */
export function OwnPage(props: { readonly hasCalendar: boolean }) {
  const t = useWords(words);
  const looks = useWords(appearanceWords);
  const me = () => {
    const now = who();
    return now.status === 'signed-in' && now.person;
  };
  return (
    <Show when={me()}>
      {(person) => (
        <div class={styles.page}>
          <PageHeader title={t().title} />
          <Part title={t().calmer}>
            <Switch
              label={t().lowEnergy}
              about={t().lowEnergyAbout}
              on={lowEnergy()}
              onChange={(on) => chooseOwnAppearance({ lowEnergy: on })}
            />
          </Part>
          <Part title={t().you}>
            <RowList>
              <Row name={t().shownAs} about={person().displayName} href="/slik-vises-du" />
              <Show when={!isGuestAlone(person())}>
                <Row name={t().notices} about={t().noticesAbout} href="/varsler" />
              </Show>
              <Show when={props.hasCalendar}>
                <Row
                  name={t().calendarAddress}
                  about={t().calendarAddressAbout}
                  href="/kalender#feed"
                />
              </Show>
            </RowList>
          </Part>
          <Part title={t().looks}>
            <RowList>
              <Row
                name={t().appearance}
                about={chosenInWords(appearance(), looks())}
                href="/utseende"
              />
            </RowList>
            <OwnLanguage />
          </Part>
          <Part title={t().signIn}>
            <RowList>
              <Row name={t().signIns} about={t().signInsAbout} href="/konto" />
              <Row name={t().happened} about={t().happenedAbout} href="/konto/hendelser" />
            </RowList>
          </Part>
          <Part title={t().known}>
            <RowList>
              <Row name={t().ownData} about={t().ownDataAbout} href="/mine-opplysninger" />
              <Row name={t().privacy} about={t().privacyAbout} href="/personvern" />
            </RowList>
          </Part>
          <Part title={t().device}>
            <Show when={!isGuestAlone(person())}>
              <OwnDevice me={person().personId} />
            </Show>
            <RowList>
              <Row name={t().deviceCheck} about={t().deviceCheckAbout} href="/sjekk" />
            </RowList>
          </Part>
        </div>
      )}
    </Show>
  );
}

/** Things of one kind, under their heading. */
function Part(props: { readonly title: string; readonly children: JSX.Element }) {
  const id = createUniqueId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Each language is named in itself, so that the one who needs it can read it. */
function OwnLanguage() {
  const t = useWords(words);
  const name = createUniqueId();
  return (
    <fieldset class={styles.language}>
      <legend>{t().language}</legend>
      <For each={languages}>
        {(one: Language) => (
          <label lang={one}>
            <input
              type="radio"
              name={name}
              checked={language() === one}
              onChange={() => chooseOwnLanguage(one)}
            />
            {languageNames[one]}
          </label>
        )}
      </For>
    </fieldset>
  );
}
