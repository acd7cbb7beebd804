/** What a generator answers to each thing that can be asked of it. */
export type Answering<Asks, Answers> = {
  [Name in keyof Asks & keyof Answers]: (what: Asks[Name]) => Promise<Answers[Name]>;
};

export type AskMessage = { readonly name: string; readonly what: unknown };
export type AnswerMessage =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };

/** The generator's side: does what the bench asks, one thing at a time. */
export function answerAsks<Asks, Answers>(answers: Answering<Asks, Answers>): void {
  process.on('message', async ({ name, what }: AskMessage) => {
    let answer: AnswerMessage;
    try {
      const work = answers[name as keyof typeof answers];
      answer = { ok: true, value: await work(what as never) };
    } catch (error) {
      answer = { ok: false, error: String(error) };
    }
    process.send?.(answer);
  });
}
