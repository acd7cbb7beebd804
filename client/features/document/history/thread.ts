import type { DocumentVersion } from '#shared/features/document/history/model.ts';

/**
 * What hangs on the thread, the oldest first: versions that somebody named or brought back, and between them folds of those that were
 * kept by themselves.
 */
export type ThreadPiece =
  | { readonly type: 'single'; readonly version: DocumentVersion }
  | { readonly type: 'fold'; readonly versions: readonly DocumentVersion[] };

export function threadOf(newestFirst: readonly DocumentVersion[]): ThreadPiece[] {
  const pieces: ThreadPiece[] = [];
  for (const version of [...newestFirst].reverse()) {
    const last = pieces.at(-1);
    if (version.name !== null || version.restored !== null)
      pieces.push({ type: 'single', version });
    else if (last?.type === 'fold')
      pieces[pieces.length - 1] = { type: 'fold', versions: [...last.versions, version] };
    else pieces.push({ type: 'fold', versions: [version] });
  }
  return pieces;
}
