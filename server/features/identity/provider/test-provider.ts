import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

type Claims = Record<string, unknown>;

/** A real OpenID provider on a port of its own, whose people are let in at once, and whose ID tokens a test can bend. */
export type TestProvider = {
  readonly issuer: string;
  /** Who is signed in there. */
  signedInAs(sub: string): void;
  /** Changes what the next tokens say, signed by the provider's own key unless another is given. */
  bend(change: ((claims: Claims) => Claims) | null, key?: KeyObject): void;
  /** Follows the browser from where our server sends it until the provider sends it back; the answer's query. */
  goTo(url: string): Promise<string>;
  close(): Promise<void>;
};

export async function openTestProvider(client: {
  readonly id: string;
  readonly secret: string;
  readonly backUrl: string;
}): Promise<TestProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' };
  let sub = 'nobody';
  let change: ((claims: Claims) => Claims) | null = null;
  let bentWith: KeyObject = privateKey;

  const server = createServer((request, response) => {
    if (request.url?.startsWith('/enter/')) void enter(request, response);
    else if (request.url === '/token' && change) bendToken(request, response);
    else void handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.id, client_secret: client.secret, response_types: ['code'] },
        ...{ redirect_uris: [client.backUrl], grant_types: ['authorization_code'] },
      },
    ],
    jwks: { keys: [key as never] },
    cookies: { keys: ['some key'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/enter/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email: 'kari@example.org', email_verified: false }),
    }),
    async loadExistingGrant(context) {
      const { client: asking, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        ...{ clientId: asking?.clientId, accountId: session?.accountId },
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  const enter = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionFinished(request, response, { login: { accountId: sub } });

  /** Lets the provider answer, and puts another token in place of its own. */
  function bendToken(request: IncomingMessage, response: ServerResponse): void {
    const end = response.end.bind(response);
    response.end = ((body: unknown) => {
      const answer = JSON.parse(String(body)) as { id_token?: string };
      if (answer.id_token && change) answer.id_token = bent(answer.id_token);
      const text = JSON.stringify(answer);
      response.setHeader('content-length', Buffer.byteLength(text));
      return end(text);
    }) as typeof response.end;
    void handle(request, response);
  }
  function bent(token: string): string {
    const [head = '', claims = ''] = token.split('.');
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
    const body = Buffer.from(JSON.stringify(change?.(said))).toString('base64url');
    const signature = sign('sha256', Buffer.from(`${head}.${body}`), bentWith);
    return `${head}.${body}.${signature.toString('base64url')}`;
  }

  return {
    issuer,
    signedInAs: (who) => {
      sub = who;
    },
    bend: (how, by = privateKey) => {
      change = how;
      bentWith = by;
    },
    async goTo(url) {
      const jar = new Map<string, string>();
      let next = url;
      for (let step = 0; step < 8; step++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          jar.set(name, value);
        }
        const to = new URL(answer.headers.get('location') ?? '', next);
        if (to.href.startsWith(client.backUrl)) return to.search;
        if (answer.status < 300) throw new Error(`the provider stayed at ${next}`);
        next = to.href;
      }
      throw new Error('the provider sends nobody back');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
