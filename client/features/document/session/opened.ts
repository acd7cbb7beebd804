import { type Accessor, createEffect, createMemo, createSignal, on, untrack } from 'solid-js';
import type { DocumentId } from '#shared/kernel/ids.ts';

type Opened = { readonly documentId: DocumentId | undefined; readonly isLaid: boolean };

/**
 * Which document is open in a session, and whether it lies on the stage's sheet. The text of the group that one is in opens by
 * itself, on the sheet where there is room beside the faces, and what was open before is open again when one has left.
 */
export function createOpened(ofGroup: Accessor<DocumentId | undefined>, lays: Accessor<boolean>) {
  const [opened, setOpened] = createSignal<Opened>({ documentId: undefined, isLaid: false });
  let before: Opened | undefined;
  createEffect(
    // Everything that happens in the group tells of it anew: only another text is another.
    on(createMemo(ofGroup), (text) => {
      if (text) {
        // From one group to another it is still what was open with all.
        before ??= untrack(opened);
        setOpened({ documentId: text, isLaid: untrack(lays) });
      } else if (before) {
        setOpened(before);
        before = undefined;
      }
    }),
  );
  return {
    documentId: createMemo(() => opened().documentId),
    isLaid: createMemo(() => opened().isLaid && opened().documentId !== undefined),
    open: (documentId: DocumentId | undefined) => setOpened({ documentId, isLaid: false }),
    lay: (isLaid: boolean) => setOpened((now) => ({ ...now, isLaid })),
  };
}
