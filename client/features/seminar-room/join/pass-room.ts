/**
 * Which media room a pass is for. The server decides that by the seat, and may know of a move before this tab has heard of it.
 * Undefined for what is no pass.
 */
export function roomOfPass(token: string): string | undefined {
  try {
    const [, claims = ''] = token.split('.');
    const said = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof said.video.room === 'string' ? said.video.room : undefined;
  } catch {
    return undefined;
  }
}
