import { expect, test } from 'vitest';
import { isPushService } from './push.ts';

test('F75 NOTE-13 the server sends to the push services of browsers, and asks no other address for anything', () => {
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/x',
    'https://db5p.notify.windows.com/w/?token=x',
  ])
    expect(isPushService(endpoint), endpoint).toBe(true);
  for (const endpoint of [
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com.example.org/x',
    'https://example.org/fcm.googleapis.com',
    'https://fcm.googleapis.com@127.0.0.1/x',
    'https://x@fcm.googleapis.com/x',
    'https://evilpush.apple.com.example.org/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'file:///etc/passwd',
    '',
  ])
    expect(isPushService(endpoint), endpoint).toBe(false);
});
