import { expectPictures, expectSound, WITH_DEVICES } from '../media.ts';
import { expect, test } from '../people.ts';
import { camera, enterRoom, microphone, needMedia } from '../seminar.ts';

test.use({ launchOptions: WITH_DEVICES });

/** What a page's media lines know of the world: the servers they may ask, and the addresses they try and use. */
type Known = { readonly servers: readonly string[]; readonly addresses: readonly string[] };

test('F82 with sound and picture on, no browser is told of anybody else’s server, nor asks one', async ({
  school,
  teacher,
  student,
  session,
}) => {
  test.setTimeout(400_000);
  await needMedia(school.url);
  test.setTimeout(90_000);
  for (const person of [teacher, student]) {
    await enterRoom(person, session);
    await microphone(person).click();
    await camera(person).click();
  }
  for (const person of [teacher, student]) {
    await expectPictures(person.page);
    await expectSound(person.page);
    const known = await person.page.evaluate(async (): Promise<Known> => {
      const { mediaLines } = window as unknown as { mediaLines: RTCPeerConnection[] };
      const servers = mediaLines.flatMap((line) =>
        (line.getConfiguration().iceServers ?? []).flatMap(({ urls }) => urls),
      );
      const addresses: string[] = [];
      for (const line of mediaLines) {
        for (const stat of (await line.getStats()).values()) {
          if (stat.type === 'remote-candidate') addresses.push(stat.address);
        }
      }
      return { servers, addresses };
    });
    // One that nobody listens on: without any, LiveKit would name Google's and Twilio's.
    expect(new Set(known.servers)).toEqual(new Set(['stun:127.0.0.1:9']));
    expect(new Set(known.addresses)).toEqual(new Set(['127.0.0.1']));
    // Everything else that leaves a page is watched in every test (`watch-page.ts`).
    expect(person.watch.complaints()).toEqual([]);
  }
});
