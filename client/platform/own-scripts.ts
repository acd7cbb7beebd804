/** Addresses of our own scripts that are loaded by address, as a worker is. The Trusted Types policy lets through no other. */
const ours = new Set<string>();

/** Names an address that the build wrote, so that it may be loaded. */
export function ownScript(address: string): string {
  ours.add(address);
  return address;
}

export function isOwnScript(address: string): boolean {
  return ours.has(address);
}
