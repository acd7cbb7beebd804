type Greeting = 'night' | 'morning' | 'forenoon' | 'afternoon' | 'evening';

/**
 * Which greeting the hour asks for. At night a plain hello: "god natt" is said when one leaves. The forenoon is a part of
 * its own because Norwegian has left the morning by then, and English has not.
 */
export function greetingAt(hour: number): Greeting {
  if (hour < 5) return 'night';
  if (hour < 10) return 'morning';
  if (hour < 12) return 'forenoon';
  if (hour < 18) return 'afternoon';
  return 'evening';
}
