import type { PersonId } from '#shared/kernel/ids.ts';

/** What may lie on a device, each in a store of its own. */
export type Kind = 'calls' | 'drafts' | 'documents' | 'pictures' | 'picture-marks';

/** One person's things on this device. Nobody else's are seen through it. */
export type DeviceStore = {
  readonly put: (kind: Kind, key: string, value: unknown) => Promise<void>;
  readonly remove: (kind: Kind, key: string) => Promise<void>;
  readonly all: (kind: Kind) => Promise<ReadonlyMap<string, unknown>>;
  /** One of them, without opening the others: a document may be large. */
  readonly get: (kind: Kind, key: string) => Promise<unknown>;
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
/** 2: documents. 3: their pictures. */
const VERSION = 3;
const KINDS: readonly Kind[] = ['calls', 'drafts', 'documents', 'pictures', 'picture-marks'];
/** 96 bits, fresh for every record, as AES-GCM asks for (NIST SP 800-38D §8.2.2). */
const IV_BYTES = 12;

/** Whose things this page has erased: whatever is still being written must not come back. */
const wiped = new Set<PersonId>();

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
      if (wiped.has(person)) return;
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
    async get(kind, name) {
      const sealed: Sealed | undefined = await asked(
        database.transaction(kind).objectStore(kind).get(idOf(name)),
      );
      return sealed && open(kind, sealed).catch(() => undefined);
    },
    async wipe() {
      wiped.add(person);
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
  const kept: Record<Kind, Map<string, unknown>> = {
    calls: new Map(),
    drafts: new Map(),
    documents: new Map(),
    pictures: new Map(),
    'picture-marks': new Map(),
  };
  return {
    put: async (kind, key, value) => void kept[kind].set(key, value),
    remove: async (kind, key) => void kept[kind].delete(key),
    all: async (kind) => kept[kind],
    get: async (kind, key) => kept[kind].get(key),
    wipe: async () => {
      for (const kind of KINDS) kept[kind].clear();
    },
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    const there = request.result.objectStoreNames;
    for (const kind of KINDS) {
      if (!there.contains(kind)) request.result.createObjectStore(kind, { keyPath: 'id' });
    }
    if (!there.contains('keys')) request.result.createObjectStore('keys');
  };
  // A tab that still runs an older version of ours holds the database: rather the page's memory than waiting for it.
  const blocked = new Promise<never>((_resolve, reject) => {
    request.onblocked = () => reject(new Error('another tab holds the database'));
  });
  const database = await Promise.race([asked(request), blocked]);
  database.onversionchange = () => database.close();
  return database;
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
