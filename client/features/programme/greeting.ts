/** Which greeting the hour asks for. At night a plain hello: "god natt" is said when one leaves. */
export function greetingAt(hour: number): 'night' | 'morning' | 'day' | 'evening' {
  if (hour < 5) return 'night';
  if (hour < 10) return 'morning';
  if (hour < 18) return 'day';
  return 'evening';
}
