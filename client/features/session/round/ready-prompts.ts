/** What a round can begin from: in the programme's language, because everybody is asked in it, whatever the teacher reads. */
export const READY_PROMPTS = {
  opening: {
    prompt: 'Hvordan er du her i dag?',
    about: 'Ett ord er nok. Vi lytter, vi svarer ikke.',
  },
  closing: {
    prompt: 'Hva tar du med deg herfra?',
    about: 'Ett ord er nok. Vi lytter, vi svarer ikke.',
  },
} as const;
export type ReadyPrompt = keyof typeof READY_PROMPTS;
