/**
 * Addresses, and the two marks that turn everything after them round (U+202D, U+202E). Other marks of direction are what
 * people write with who mix scripts.
 */
const APART = /(https?:\/\/[^\s\u202a-\u202e\u2066-\u2069]+|[\u202d\u202e])/u;

/** A text as it was written, in parts: what stands at an odd place is to be shown apart, so that nothing turns it and it turns nothing. */
export const writtenParts = (text: string): readonly string[] => text.split(APART);
