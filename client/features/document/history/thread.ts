import type { DocumentVersion } from '#shared/features/document/history/model.ts';

/** What happened to the text that no version says of itself, such as that it was handed in. */
export type Landmark = {
  readonly at: number;
  readonly name: string;
  readonly byName: string;
  readonly href: string;
  /** Where that leads, in words. */
  readonly way: string;
};

/**
 * What hangs on the thread, the oldest first: versions that somebody named or brought back, and between them folds of those that were
 * kept by themselves.
 */
export type ThreadPiece =
  | { readonly type: 'single'; readonly version: DocumentVersion }
  | { readonly type: 'landmark'; readonly landmark: Landmark }
  | { readonly type: 'fold'; readonly versions: readonly DocumentVersion[] };

export function threadOf(
  newestFirst: readonly DocumentVersion[],
  landmarks: readonly Landmark[] = [],
): ThreadPiece[] {
  const pieces: ThreadPiece[] = [];
  let passed = 0;
  const pass = (until: number) => {
    for (; passed < landmarks.length; passed += 1) {
      const landmark = landmarks[passed] as Landmark;
      if (landmark.at > until) return;
      pieces.push({ type: 'landmark', landmark });
    }
  };
  for (const version of [...newestFirst].reverse()) {
    pass(version.at - 1);
    const last = pieces.at(-1);
    if (version.name !== null || version.restored !== null)
      pieces.push({ type: 'single', version });
    else if (last?.type === 'fold')
      pieces[pieces.length - 1] = { type: 'fold', versions: [...last.versions, version] };
    else pieces.push({ type: 'fold', versions: [version] });
  }
  pass(Infinity);
  return pieces;
}
