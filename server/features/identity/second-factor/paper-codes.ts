import { createHash, randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { PAPER_CODES } from '#shared/features/identity/second-factor/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { base32 } from './base32.ts';
import { paperCode } from './tables.ts';

const CODE_BYTES = 10;

/** Gives a person a new sheet; the codes of the old one are void. The codes are told this once. */
export async function replacePaperCodes(tx: Tx, personId: PersonId): Promise<string[]> {
  const codes = Array.from({ length: PAPER_CODES }, newCode);
  await tx.delete(paperCode).where(eq(paperCode.personId, personId));
  await tx.insert(paperCode).values(codes.map((code) => ({ personId, codeHash: hashOf(code) })));
  return codes;
}

/** Uses a code up. Whether it was one. */
export async function takePaperCode(tx: Tx, personId: PersonId, code: string): Promise<boolean> {
  const taken = await tx
    .delete(paperCode)
    .where(and(eq(paperCode.personId, personId), eq(paperCode.codeHash, hashOf(code))))
    .returning({ personId: paperCode.personId });
  return taken.length > 0;
}

export function paperCodesLeft(tx: Tx | Database, personId: PersonId): Promise<number> {
  return tx.$count(paperCode, eq(paperCode.personId, personId));
}

/** In fours, as it stands on the sheet. */
function newCode(): string {
  return base32(randomBytes(CODE_BYTES))
    .toLowerCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** However it was typed: capitals, spaces and lines between do not matter, nor the digits that are read for letters. */
function hashOf(code: string): string {
  const typed = code
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('0', 'O')
    .replaceAll('1', 'I');
  return createHash('sha256').update(typed).digest('base64url');
}
