import * as oidc from 'openid-client';
import type { Log } from '../../../platform/log.ts';

/** Another place that says who somebody is: Feide, or whatever speaks OpenID Connect. */
export type ProviderSettings = {
  /** Pinned: whoever else signs says nothing here. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
};

/** What the answer is held against. */
export type Asked = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type Provider = {
  readonly name: string;
  /** Where the browser is sent, and what its answer must fit. Null while the provider cannot be reached. */
  ask(): Promise<(Asked & { readonly url: string }) | null>;
  /** The key of whoever came back, unique and for ever: issuer and `sub`. Null when the answer does not hold. */
  keyIn(answer: URLSearchParams, asked: Asked): Promise<string | null>;
};

const ANSWERS_WITHIN_S = 10;

/**
 * The code flow with PKCE, state and nonce. Issuer, audience, signature (RS256), time and nonce of the ID token are held
 * against what we asked by `openid-client`; of what it says only `sub` is used, never an address.
 */
export function makeProvider(settings: ProviderSettings, backUrl: string, log: Log): Provider {
  const issuer = new URL(settings.issuer);
  let found: Promise<oidc.Configuration> | undefined;

  /** Asked for when first needed, so that a provider that is away keeps no school from starting. */
  async function configuration(): Promise<oidc.Configuration> {
    found ??= oidc.discovery(
      issuer,
      settings.clientId,
      { id_token_signed_response_alg: 'RS256' },
      oidc.ClientSecretBasic(settings.clientSecret),
      {
        timeout: ANSWERS_WITHIN_S,
        execute: [
          // Else the token's signature would not be looked at, as it comes from the provider itself over TLS.
          oidc.enableNonRepudiationChecks,
          // Only on this machine, where the start has let it pass.
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
    found.catch(() => {
      found = undefined;
    });
    return found;
  }

  return {
    name: settings.name,
    async ask() {
      const asked = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      try {
        const url = oidc.buildAuthorizationUrl(await configuration(), {
          ...{ redirect_uri: backUrl, scope: 'openid', state: asked.state, nonce: asked.nonce },
          code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier),
          code_challenge_method: 'S256',
        });
        return { ...asked, url: url.href };
      } catch (error) {
        log.warn({ err: error }, 'the sign-in provider cannot be reached');
        return null;
      }
    },
    async keyIn(answer, { state, nonce, verifier }) {
      try {
        const tokens = await oidc.authorizationCodeGrant(
          await configuration(),
          new URL(`${backUrl}?${answer}`),
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        );
        const sub = tokens.claims()?.sub;
        return sub ? `${settings.issuer} ${sub}` : null;
      } catch (error) {
        // Its message may quote what came with the answer; its code says enough.
        log.info({ code: codeOf(error) }, 'an answer of the sign-in provider does not hold');
        return null;
      }
    },
  };
}

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown');
}
