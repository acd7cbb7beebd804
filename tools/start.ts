import { main } from '../server/main.ts';
import { buildClientIfStale } from './client-build.ts';

await main(buildClientIfStale);
