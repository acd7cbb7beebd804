import type { PersonId } from '#shared/kernel/ids.ts';

/** What may lie on a device, each in a store of its own. */
export type Kind = 'calls' | 'drafts';

/** One person's things on this device. Nobody else's are seen through it. */
export type DeviceStore = {
  readonly put: (kind: Kind, key: string, value: unknown) => Promise<void>;
  readonly remove: (kind: Kind, key: string) => Promise<void>;
  readonly all: (kind: Kind) => Promise<ReadonlyMap<string, unknown>>;
  /** Removes everything of this person, and the key with the last of it. */
  readonly wipe: () => Promise<void>;
};

/** What lies in IndexedDB: nothing of it can be read without the key, which cannot leave the device. */
type Sealed = {
  readonly id: string;
  readonly person: string;
  readonly key: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly text: ArrayBuffer;
};

const DATABASE = 'mellom-device';
const KINDS: readonly Kind[] = ['calls', 'drafts'];
/** 96 bits, fresh for every record, as AES-GCM asks for (NIST SP 800-38D §8.2.2). */
const IV_BYTES = 12;

/**
 * Opens the store of one person under AES-GCM. Falls back to the page's own memory where the browser keeps
 * nothing (private windows, plain http): what is unsent then lasts as long as the page.
 */
export async function openDeviceStore(person: PersonId): Promise<DeviceStore> {
  try {
    const database = await openDatabase();
    return sealedStore(database, await deviceKey(database), person);
  } catch {
    return memoryStore();
  }
}

function sealedStore(database: IDBDatabase, key: CryptoKey, person: PersonId): DeviceStore {
  const idOf = (name: string) => `${person} ${name}`;
  /** Binds a record to its place: moved to another person or name, it no longer opens. */
  const bound = (kind: Kind, name: string) => new TextEncoder().encode(`${kind} ${idOf(name)}`);

  async function seal(kind: Kind, name: string, value: unknown): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const text = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: bound(kind, name) },
      key,
      new TextEncoder().encode(JSON.stringify(value)),
    );
    return { id: idOf(name), person, key: name, iv, text };
  }

  async function open(kind: Kind, sealed: Sealed): Promise<unknown> {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.iv, additionalData: bound(kind, sealed.key) },
      key,
      sealed.text,
    );
    return JSON.parse(new TextDecoder().decode(text));
  }

  const records = (kind: Kind): Promise<Sealed[]> =>
    asked(database.transaction(kind).objectStore(kind).getAll());

  return {
    async put(kind, name, value) {
      const sealed = await seal(kind, name, value);
      await asked(database.transaction(kind, 'readwrite').objectStore(kind).put(sealed));
    },
    async remove(kind, name) {
      await asked(database.transaction(kind, 'readwrite').objectStore(kind).delete(idOf(name)));
    },
    async all(kind) {
      const found = new Map<string, unknown>();
      for (const sealed of await records(kind)) {
        if (sealed.person !== person) continue;
        // A record that does not open was made under a key that is gone: nobody can ever read it.
        const value = await open(kind, sealed).catch(() => undefined);
        if (value !== undefined) found.set(sealed.key, value);
      }
      return found;
    },
    async wipe() {
      let left = 0;
      for (const kind of KINDS) {
        for (const sealed of await records(kind)) {
          if (sealed.person !== person) left += 1;
          else
            await asked(
              database.transaction(kind, 'readwrite').objectStore(kind).delete(sealed.id),
            );
        }
      }
      if (left === 0)
        await asked(database.transaction('keys', 'readwrite').objectStore('keys').clear());
    },
  };
}

/** Lasts as long as the page. */
export function memoryStore(): DeviceStore {
  const kept: Record<Kind, Map<string, unknown>> = { calls: new Map(), drafts: new Map() };
  return {
    put: async (kind, key, value) => void kept[kind].set(key, value),
    remove: async (kind, key) => void kept[kind].delete(key),
    all: async (kind) => kept[kind],
    wipe: async () => {
      for (const kind of KINDS) kept[kind].clear();
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    for (const kind of KINDS) request.result.createObjectStore(kind, { keyPath: 'id' });
    request.result.createObjectStore('keys');
  };
  return asked(request);
}

/** Made once on this device; `extractable` is false, so that not even our own code can read it out. */
async function deviceKey(database: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may come here at once: within one transaction the first key wins for both.
  const keys = database.transaction('keys', 'readwrite').objectStore('keys');
  const earlier = await asked<CryptoKey | undefined>(keys.get('device'));
  if (earlier) return earlier;
  await asked(keys.add(made, 'device'));
  return made;
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
  });
}
