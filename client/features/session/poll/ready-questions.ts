/** A check-in and a check-out as they stand ready: in the programme's language, because everybody is asked in it. */
export const READY_QUESTIONS = {
  'check-in': { question: 'Hvordan har du det akkurat nå?', low: 'tungt', high: 'godt' },
  'check-out': { question: 'Hvordan går du ut av økten?', low: 'tungt', high: 'godt' },
} as const;
