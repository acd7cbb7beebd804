import type {
  AppSecret,
  NewCodes,
  SecondFactors,
  ShownBy,
} from '#shared/features/identity/second-factor/model.ts';
import { call } from '../call.ts';
import { answerWithPasskey, makePasskey } from './passkey-answer.ts';

const OWN = '/api/me/second-factor';

/** One's own second factors, one function each. They never throw: what went wrong is in the answer. */
export const secondFactorApi = {
  own: () => call<SecondFactors>('GET', OWN),
  showAgain: (by: ShownBy | 'mail', code: string) =>
    call<unknown>('POST', '/api/me/again', { by, code }),
  showPasskeyAgain: () => answerWithPasskey<unknown>('/api/me/again', undefined, { by: 'passkey' }),
  offerApp: () => call<AppSecret>('POST', `${OWN}/app`, {}),
  confirmApp: (code: string) => call<NewCodes>('PUT', `${OWN}/app`, { code }),
  removeApp: () => call<unknown>('DELETE', `${OWN}/app`),
  newCodes: () => call<NewCodes>('POST', `${OWN}/codes`, {}),
  addPasskey: (name: string) => makePasskey<NewCodes>(name),
  renamePasskey: (id: string, name: string) =>
    call<unknown>('PUT', `/api/me/passkeys/${encodeURIComponent(id)}`, { name }),
  removePasskey: (id: string) =>
    call<unknown>('DELETE', `/api/me/passkeys/${encodeURIComponent(id)}`),
};
