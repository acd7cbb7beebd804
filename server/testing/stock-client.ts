import { WebSocket } from 'ws';
import { WebsocketProvider as Provider3 } from 'y-websocket';
import { WebsocketProvider as Provider2 } from 'y-websocket-2';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

export const STOCK_VERSIONS = [2, 3] as const;

/** y-websocket's own client, as it comes, of major version 2 or 3. */
export type StockClient = {
  readonly doc: Y.Doc;
  readonly provider: Provider3;
  /** Types a paragraph at the end. */
  type(text: string): void;
  /** Everything it shows, as XML. */
  text(): string;
  synced(): Promise<void>;
  close(): void;
};

export function openStockClient(at: {
  readonly url: string;
  readonly cookie: string;
  readonly documentId: DocumentId;
  readonly version?: 2 | 3;
  readonly doc?: Y.Doc;
}): StockClient {
  const doc = at.doc ?? new Y.Doc();
  const headers = { origin: at.url, cookie: at.cookie };
  class WithCookie extends WebSocket {
    constructor(address: string) {
      super(address, { headers });
      this.on('error', () => undefined);
    }
  }
  const options = { WebSocketPolyfill: WithCookie as never, disableBc: true, maxBackoffTime: 300 };
  const base = `${at.url.replace('http', 'ws')}/yjs`;
  const provider =
    at.version === 2
      ? // The two have the same face; only their types differ in how they write it.
        (new Provider2(base, at.documentId, doc, options) as unknown as Provider3)
      : new Provider3(base, at.documentId, doc, options);
  return {
    doc,
    provider,
    type(text) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      const root = doc.getXmlFragment(TEXT_FIELD);
      root.insert(root.length, [paragraph]);
    },
    text: () => doc.getXmlFragment(TEXT_FIELD).toString(),
    synced: () =>
      new Promise((resolve) => {
        if (provider.synced) return resolve();
        const whenSynced = (isSynced: boolean) => {
          if (!isSynced) return;
          provider.off('sync', whenSynced);
          resolve();
        };
        provider.on('sync', whenSynced);
      }),
    close() {
      provider.destroy();
      doc.destroy();
    },
  };
}
