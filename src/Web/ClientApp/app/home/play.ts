import { tellAsLiveKit } from '../../api/development';
import { staysOf, type Visit } from './visit';

/** Tells a lesson as LiveKit does: joins, leaves, and the room's end. */
export async function playLesson(room: string, start: number, visits: Visit[], log: (line: string) => void) {
  const sid = `RM_${crypto.randomUUID().slice(0, 12)}`;
  const tell = async (event: string, at: number, participant?: object) => {
    const answer = await tellAsLiveKit({
      event,
      id: `EV_${crypto.randomUUID()}`,
      createdAt: String(Math.floor(at / 1000)),
      room: { sid, name: room },
      ...(participant && { participant }),
    });
    log(`${event}: ${answer.message}`);
  };

  for (const visit of visits) {
    const stays = staysOf(visit);
    for (const [index, [from, to]] of stays.entries()) {
      const joined = start + from * 60_000;
      const participant = { sid: `PA_${crypto.randomUUID().slice(0, 12)}`, identity: visit.id, joinedAt: String(Math.floor(joined / 1000)) };
      await tell('participant_joined', joined, participant);
      if (!visit.lost || index < stays.length - 1) await tell('participant_left', start + to * 60_000, participant);
    }
  }

  await tell('room_finished', start + 60 * 60_000);
}
