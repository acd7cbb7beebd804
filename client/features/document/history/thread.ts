import type { DocumentVersion } from '#shared/features/document/history/model.ts';

/** What hangs on the thread, the oldest first: versions with a name, and between them folds of those without. */
export type ThreadPiece =
  | { readonly type: 'named'; readonly version: DocumentVersion & { readonly name: string } }
  | { readonly type: 'fold'; readonly versions: readonly DocumentVersion[] };

export function threadOf(newestFirst: readonly DocumentVersion[]): ThreadPiece[] {
  const pieces: ThreadPiece[] = [];
  for (const version of [...newestFirst].reverse()) {
    const last = pieces.at(-1);
    if (version.name !== null)
      pieces.push({ type: 'named', version: { ...version, name: version.name } });
    else if (last?.type === 'fold')
      pieces[pieces.length - 1] = { type: 'fold', versions: [...last.versions, version] };
    else pieces.push({ type: 'fold', versions: [version] });
  }
  return pieces;
}
