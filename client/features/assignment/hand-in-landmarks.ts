import { type Accessor, createMemo } from 'solid-js';
import { handIns } from '#shared/features/assignment/submission/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import type { Landmark } from '../document/public.ts';
import { receiptWords } from './receipt-words.ts';

/** What was handed in of a text and taken back, to hang among its versions. */
export function createHandInLandmarks(documentId: DocumentId): Accessor<readonly Landmark[]> {
  const t = useWords(receiptWords);
  const query = createQuery(handIns, () => ({ documentId }));
  return createMemo(() =>
    (query.value()?.acts ?? []).map(({ act, at, byName, late, submissionId }) => ({
      ...{ at, byName, href: `/innlevering/${submissionId}`, way: t().seeReceipt },
      name: act === 'taken-back' ? t().actTakenBack : late ? t().actHandedInLate : t().actHandedIn,
    })),
  );
}
