import { createEffect, createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { WelcomeDoor } from '#shared/features/admin/welcome/model.ts';
import { longDate } from '../../../platform/dates.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import {
  ClosedDoor,
  DoorAbout,
  DoorForm,
  DoorHead,
  DoorNotice,
  DoorPage,
  LinkDoor,
} from '../../../ui/LinkDoor.tsx';
import { roleWords } from '../role-words.ts';
import { FirstAdministrator } from './FirstAdministrator.tsx';
import type { OpenProps } from './open-door.ts';
import { welcomeApi } from './welcome-api.ts';
import { createWelcomeDoor } from './welcome-door.ts';
import { words } from './words.ts';

type InvitedDoor = Extract<WelcomeDoor, { readonly as: 'invited' }>;

/** `/velkommen`: where somebody becomes a person of the school, by a link that is theirs alone. */
export function WelcomePage(props: {
  /** What opens the link; empty where nothing stands in the address. */
  readonly token: string;
  /** What is always one press away, and the choice of language. */
  readonly foot: JSX.Element;
  readonly onIn: () => void;
  /** Leads away from here; false where it did not work. */
  readonly onSignOut: () => Promise<boolean>;
}) {
  const t = useWords(words);
  return (
    <DoorPage foot={props.foot}>
      <Show when={props.token} keyed fallback={<ClosedDoor why="link-over" words={t()} />}>
        {(token) => <Door token={token} onIn={props.onIn} onSignOut={props.onSignOut} />}
      </Show>
    </DoorPage>
  );
}

function Door(props: {
  readonly token: string;
  readonly onIn: () => void;
  readonly onSignOut: () => Promise<boolean>;
}) {
  const t = useWords(words);
  const { state, look, enter } = createWelcomeDoor(props.token, welcomeApi);
  createEffect(() => {
    if (state().at === 'in') props.onIn();
  });
  return (
    <LinkDoor state={state} words={t()} onLook={() => void look()}>
      {(now) => (
        <Open
          door={now().door}
          entering={now().entering}
          problem={now().problem}
          onEnter={(said) => void enter(said)}
          onSignOut={props.onSignOut}
        />
      )}
    </LinkDoor>
  );
}

function Open(props: OpenProps & { readonly onSignOut: () => Promise<boolean> }) {
  const invited = () => (props.door.as === 'invited' ? props.door : undefined);
  return (
    <Switch fallback={<FirstAdministrator {...props} />}>
      <Match when={props.door.signedInAs}>
        {(name) => <AsAnother name={name()} email={invited()?.email} onSignOut={props.onSignOut} />}
      </Match>
      <Match when={invited()}>{(door) => <Invited {...props} door={door()} />}</Match>
    </Switch>
  );
}

/** The link is one person’s, and somebody is signed in here already. */
function AsAnother(props: {
  readonly name: string;
  readonly email: string | undefined;
  readonly onSignOut: () => Promise<boolean>;
}) {
  const t = useWords(words);
  const [at, setAt] = createSignal<'here' | 'leaving' | 'failed'>('here');
  const signOut = async () => {
    if (at() === 'leaving') return;
    setAt('leaving');
    if (!(await props.onSignOut())) setAt('failed');
  };
  return (
    <DoorNotice
      title={t().another(props.name)}
      action={
        <>
          <Button onClick={signOut} aria-disabled={at() === 'leaving' ? 'true' : undefined}>
            {at() === 'leaving' ? t().signingOut : t().signOut}
          </Button>{' '}
          <Show when={at() === 'failed'}>
            <span role="alert">{t().problems.offline}</span>
          </Show>
        </>
      }
    >
      {props.email === undefined ? t().anotherFirst : t().anotherAbout(props.email)}
    </DoorNotice>
  );
}

/** Who invites whom as what, and the one press that it takes. */
function Invited(props: OpenProps & { readonly door: InvitedDoor }) {
  const t = useWords(words);
  const said = useWords(roleWords);
  const roles = () =>
    inARow(
      language(),
      props.door.roles.map((role) => said()[role].toLowerCase()),
    );
  return (
    <>
      <DoorHead>
        <h1>{t().welcome(props.door.name)}</h1>
        <p>{t().invitedBy(props.door.invitedBy, props.door.school)}</p>
        <p>{t().youAre(roles(), props.door.cohortName)}</p>
      </DoorHead>
      <DoorForm
        words={t()}
        enterLabel={t().enter}
        entering={props.entering}
        problem={props.problem && t().problems[props.problem]}
        onEnter={() => props.onEnter({ name: '', email: '' })}
      />
      <DoorAbout>
        <p>{t().nextTime(props.door.email)}</p>
        <p>{t().wrongName}</p>
        <p>{t().useBefore(longDate(language(), props.door.untilAt))}</p>
      </DoorAbout>
    </>
  );
}
