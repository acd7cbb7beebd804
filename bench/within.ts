/** Said by `within`. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
  readonly limitMs: number;
  constructor(what: string, limitMs: number) {
    super(`${what}: nothing within ${limitMs / 1_000} s`);
    this.limitMs = limitMs;
  }
}

/** Waits for something so long and no longer: a measurement that hangs says where it does. */
export async function within<T>(limitMs: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(what, limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
