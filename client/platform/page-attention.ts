/** What a page tells of itself and of the network. @returns how to stop listening */
export function watchPage(events: {
  /** Somebody looks at it again, or the network says that it is back. */
  readonly back: () => void;
  /** The network says that it is gone. */
  readonly offline: () => void;
  /** It may be put away at any moment from now on. */
  readonly hidden: () => void;
}): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const hiding = () => {
    if (document.visibilityState === 'hidden') events.hidden();
    else events.back();
  };
  addEventListener('online', events.back);
  addEventListener('offline', events.offline);
  addEventListener('pagehide', hiding);
  document.addEventListener('visibilitychange', hiding);
  return () => {
    removeEventListener('online', events.back);
    removeEventListener('offline', events.offline);
    removeEventListener('pagehide', hiding);
    document.removeEventListener('visibilitychange', hiding);
  };
}
