import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import type { Role } from '#shared/wire/access.ts';
import { chooseOwnAppearance, isGuestAlone, signOut } from '../features/identity/public.ts';
import { mayHaveCalendar } from '../features/programme/public.ts';
import { lowEnergy } from '../platform/appearance.ts';
import { useWords } from '../platform/language.ts';
import { hasUnsent, unsentTexts } from '../platform/unsent.ts';
import { announceAtOnce } from '../ui/announcer.ts';
import { agendaIcon, calendarIcon, keyIcon, leaveIcon, personIcon } from '../ui/icons.ts';
import { Menu, MenuItem, MenuPart, MenuSwitch } from '../ui/Menu.tsx';
import account from './AccountFace.module.css';
import { AccountFace } from './AccountFace.tsx';
import styles from './AccountMenu.module.css';
import { UnsentQuestion } from './UnsentQuestion.tsx';
import { words } from './words.ts';

/** Row 45 of docs/access.md: to everybody else the page shows nothing. */
const READ_THE_LOG: readonly Role[] = ['admin', 'rector'];

/** Top right on every page in the frame: one's own page, what one needs when one is tired, and the way out. */
export function AccountMenu(props: {
  person: SignedIn;
  /** How it was asked for before it was there: then it comes open. */
  openedBy?: 'pointer' | 'keyboard' | undefined;
}) {
  const t = useWords(words);
  const navigate = useNavigate();
  const [failed, setFailed] = createSignal(false);

  const [unsent, setUnsent] = createSignal<readonly string[]>();

  const ask = async () => {
    const me = props.person.personId;
    if (await hasUnsent(me)) setUnsent(await unsentTexts(me));
    else await leave();
  };
  const leave = async () => {
    setUnsent(undefined);
    const left = await signOut();
    setFailed(!left);
    if (!left) announceAtOnce(t().signOutFailed);
  };
  return (
    <div class={styles.place}>
      <Menu
        openedBy={props.openedBy}
        label={t().accountMenu(props.person.displayName)}
        triggerClass={account.trigger}
        trigger={<AccountFace person={props.person} />}
      >
        <MenuPart label={props.person.displayName}>
          <MenuItem icon={personIcon} onSelect={() => navigate('/din-side')}>
            {t().ownPage}
          </MenuItem>
          <Show when={!isGuestAlone(props.person)}>
            <MenuItem icon={agendaIcon} onSelect={() => navigate('/oppmote')}>
              {t().attendance}
            </MenuItem>
          </Show>
          <Show when={mayHaveCalendar()}>
            <MenuItem icon={calendarIcon} onSelect={() => navigate('/studieplan')}>
              {t().studyPlan}
            </MenuItem>
          </Show>
          <Show when={props.person.roles.some((role) => READ_THE_LOG.includes(role))}>
            <MenuItem icon={keyIcon} onSelect={() => navigate('/sikkerhetslogg')}>
              {t().audit}
            </MenuItem>
          </Show>
          <MenuSwitch on={lowEnergy()} onChange={(on) => chooseOwnAppearance({ lowEnergy: on })}>
            {t().lowEnergy}
          </MenuSwitch>
        </MenuPart>
        <MenuPart>
          <MenuItem icon={leaveIcon} onSelect={ask}>
            {t().signOut}
          </MenuItem>
        </MenuPart>
      </Menu>
      <UnsentQuestion texts={unsent()} onStay={() => setUnsent(undefined)} onLeave={leave} />
      <Show when={failed()}>
        <p class={styles.failed}>{t().signOutFailed}</p>
      </Show>
    </div>
  );
}
