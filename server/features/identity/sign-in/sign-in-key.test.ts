import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSignInKey } from './sign-in-key.ts';

let dataDir: string;
const file = () => path.join(dataDir, 'keys', 'sign-in.key');

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(tmpdir(), 'identity-key-'));
});
afterEach(() => fs.rmSync(dataDir, { recursive: true }));

test('SIGN-19 the key is made once, for the owner’s eyes alone, and differs for each use', () => {
  const first = openSignInKey(dataDir);
  const again = openSignInKey(dataDir);

  expect(again('cookie')).toEqual(first('cookie'));
  expect(first('cookie')).not.toEqual(first('code'));
  expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  expect(fs.statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
  expect(fs.readdirSync(path.dirname(file()))).toEqual(['sign-in.key']);
});

test('SIGN-19 a file that holds no key of ours stops the start', () => {
  openSignInKey(dataDir);
  fs.writeFileSync(file(), 'abc');
  expect(() => openSignInKey(dataDir)).toThrow('does not hold a key of ours');
});
