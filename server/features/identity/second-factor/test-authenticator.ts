import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const UP = 1;
const UV = 4;
const AT = 64;

type At = {
  readonly origin: string;
  readonly rpID: string;
  /** Whether the person showed a finger, a face or a number to it. */
  readonly verified?: boolean;
};

/** A security key in software, for tests: makes one key and answers with it, as a browser passes it on. */
export function makeAuthenticator(at: At) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authData = ({ rpID, verified = true }: At, made: Buffer) => {
    counter += 1;
    const flags = UP | (verified ? UV : 0) | (made.length > 0 ? AT : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([hash(Buffer.from(rpID)), Buffer.from([flags]), count, made]);
  };
  const text = (bytes: Buffer) => bytes.toString('base64url');
  const whole = (response: object) => ({
    ...{ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} },
    response,
  });

  return {
    create(challenge: string, where: At = at) {
      const made = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(x, y),
      ]);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])],
        ...[cborText('authData'), cborBytes(authData(where, made))],
      ]);
      return whole({
        clientDataJSON: text(clientData('webauthn.create', challenge, where.origin)),
        attestationObject: text(attestationObject),
        transports: ['internal'],
      });
    },
    get(challenge: string, where: At = at) {
      const data = clientData('webauthn.get', challenge, where.origin);
      const auth = authData(where, Buffer.alloc(0));
      return whole({
        clientDataJSON: text(data),
        authenticatorData: text(auth),
        signature: text(sign('sha256', Buffer.concat([auth, hash(data)]), privateKey)),
      });
    },
    /** As a copy of the key would, which has counted less. */
    countBack: () => {
      counter = 0;
    },
  };
}

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
const cborText = (text: string) =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
const cborBytes = (bytes: Buffer) =>
  bytes.length < 256
    ? Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
    : Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes]);

/** An ES256 key as COSE writes it: kty 2, alg -7, crv 1, x, y. */
function coseKey(x: string, y: string): Buffer {
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    ...[cborBytes(Buffer.from(x, 'base64url')), Buffer.from([0x22])],
    cborBytes(Buffer.from(y, 'base64url')),
  ]);
}
