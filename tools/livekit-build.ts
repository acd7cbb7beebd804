// Builds the LiveKit server that tools/livekit pins, where Go is there and it is not built yet: `npm start` does the same
// in the background, the tests want it before they begin.
import { buildLiveKit } from '../server/platform/livekit/build.ts';
import { findGo, findLiveKit } from '../server/platform/livekit/program.ts';

const go = findGo();
const found = findLiveKit();
if (found !== null) console.log(`LiveKit: ${found}`);
else if (go === null) console.log('!! There is no Go here: LiveKit cannot be built.');
else {
  console.log('Building LiveKit; it takes a minute or two, once …');
  console.log(`LiveKit: ${await buildLiveKit({ go })}`);
}
process.exitCode = found === null && go === null ? 1 : 0;
