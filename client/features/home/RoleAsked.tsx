import { type JSX, Show } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { askWho, rolesAsked } from '../identity/public.ts';
import { words } from './words.ts';

/** Somebody looks at it while they wait. */
const FRESH_MS = 20_000;

/** Nå of who has come in, holds nothing yet and waits for the second yes; what it holds for everybody else is in its place. */
export function RoleAsked(props: { readonly otherwise: JSX.Element }) {
  const t = useWords(words);
  refetchEvery(FRESH_MS, { refetch: () => void (rolesAsked().length > 0 && askWho()) });
  return (
    <Show when={rolesAsked()[0]} fallback={props.otherwise}>
      {(role) => <EmptyState title={t().roleAsked[role()]}>{t().roleAskedAbout}</EmptyState>}
    </Show>
  );
}
