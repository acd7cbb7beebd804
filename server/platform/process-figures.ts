import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Figure, figure } from './figures.ts';

const RESOLUTION_MS = 10;
const NS_PER_SECOND = 1e9;
const US_PER_SECOND = 1e6;

/** What this process takes, and for how long something in it has kept everybody waiting. */
export function watchProcess(): { figures(): Figure[]; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const startedAt = Date.now() / 1000 - process.uptime();

  return {
    figures() {
      const { user, system } = process.cpuUsage();
      const longest = Math.max(0, delay.max / NS_PER_SECOND - RESOLUTION_MS / 1000);
      // The longest since it was last asked: an average of quiet seconds would hide it.
      delay.reset();
      return [
        figure(
          'process_cpu_seconds_total',
          'counter',
          'Processor time taken.',
          (user + system) / US_PER_SECOND,
        ),
        figure(
          'process_resident_memory_bytes',
          'gauge',
          'Memory in use.',
          process.memoryUsage.rss(),
        ),
        figure(
          'process_start_time_seconds',
          'gauge',
          'When the server started, in seconds since 1970.',
          startedAt,
        ),
        figure(
          'mellom_event_loop_delay_seconds',
          'gauge',
          'The longest that everything has waited since the last look.',
          longest,
        ),
      ];
    },
    stop: () => delay.disable(),
  };
}
