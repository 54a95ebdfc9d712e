/** The date a PDF carries: SOURCE_DATE_EPOCH, or the first day of the volume's year, so that equal input gives equal bytes. */
import type { VolumeSettings } from '../tree/nodes.js';

/** See reproducible-builds.org for SOURCE_DATE_EPOCH: seconds since 1970, UTC. */
export function bookDate({ number, recordedYear }: VolumeSettings, env: NodeJS.ProcessEnv = process.env): Date {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d{1,12}$/u.test(epoch)) return new Date(Number(epoch) * 1000);
  const year = /\d{4}/u.exec(number)?.[0];
  if (year) return new Date(`${year}-01-01T00:00:00Z`);
  const recorded = /\d{4}/u.exec(recordedYear ?? '')?.[0];
  return new Date(`${recorded ? Number(recorded) + 1 : 2000}-01-01T00:00:00Z`);
}
