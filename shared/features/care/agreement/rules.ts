import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { AgreementVersion } from './model.ts';

type Standing = Pick<AgreementVersion, 'version' | 'text'>;

/** AGREE-2, AGREE-3: the next version, when what was changed is what stands there; none when nothing was changed. */
export function writeAgreement(
  current: Standing | null,
  { from, text }: { readonly from: number; readonly text: string },
): Decision<Standing, 'changed-meanwhile'> {
  const version = current?.version ?? 0;
  // Two who wrote the very same have agreed.
  if (text === current?.text) return accept();
  if (from !== version) return refuse('changed-meanwhile');
  return accept({ version: version + 1, text });
}
