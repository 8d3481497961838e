import { createCourse, createEnrollment, createSt } from '../factories';
import type { Side } from '../interleaving';

/** The ST and enrollment of one of the two sessions. */
export interface Part {
  enrollment: { id: string };
  st: { id: string };
}

/** One course per teacher. Pat teaches the first of them, and learns in the second. */
export async function arrangePeers() {
  const [{ id: here }, { id: there }] = [await createCourse(), await createCourse()];
  const [pat, tina] = [await createSt({ courseId: here }), await createSt({ courseId: there })];
  const [ana, omar] = [
    await createEnrollment({ courseId: here }),
    await createEnrollment({ courseId: here }),
  ];
  const anaThere = await createEnrollment({ courseId: there, studentId: ana.studentId });
  const patThere = await createEnrollment({ courseId: there, studentId: pat.userId });
  return {
    'Pat teaches Ana': { enrollment: ana, st: pat },
    'Pat teaches Omar': { enrollment: omar, st: pat },
    'Tina teaches Ana': { enrollment: anaThere, st: tina },
    'Tina teaches Pat': { enrollment: patThere, st: tina },
  } as const satisfies Record<string, Part>;
}

export type PartName = keyof Awaited<ReturnType<typeof arrangePeers>>;

// Sessions last an hour, and 15 minutes of buffer follow for their teacher. The first is at 15:00.
/** Two sessions, the start of the second, and who would be in both. */
export const OVERLAPS: readonly [PartName, PartName, string, string][] = [
  ['Pat teaches Ana', 'Pat teaches Omar', '15:00', 'the same teacher'],
  ['Pat teaches Ana', 'Pat teaches Omar', '16:14', 'the same teacher, in their buffer'],
  [
    'Pat teaches Ana',
    'Pat teaches Omar',
    '13:46',
    'the same teacher, whose buffer reaches into it',
  ],
  ['Pat teaches Ana', 'Tina teaches Ana', '15:59', 'the same student'],
  ['Tina teaches Ana', 'Pat teaches Ana', '14:01', 'the same student, earlier'],
  ['Pat teaches Ana', 'Tina teaches Pat', '15:30', 'a peer who teaches first'],
  ['Pat teaches Ana', 'Tina teaches Pat', '16:14', 'a peer who teaches first, in their buffer'],
  ['Tina teaches Pat', 'Pat teaches Ana', '15:59', 'a peer who learns first'],
];

/** The same, but without an overlap for anyone. */
export const TOUCHING: readonly [PartName, PartName, string, string][] = [
  ['Pat teaches Ana', 'Pat teaches Omar', '16:15', 'the same teacher, after their buffer'],
  ['Pat teaches Ana', 'Pat teaches Omar', '13:45', 'the same teacher, who is through by then'],
  ['Pat teaches Ana', 'Tina teaches Ana', '16:00', 'the same student'],
  ['Pat teaches Ana', 'Tina teaches Ana', '14:00', 'the same student, earlier'],
  ['Pat teaches Ana', 'Tina teaches Pat', '16:15', 'a peer who teaches first'],
  ['Tina teaches Pat', 'Pat teaches Ana', '16:00', 'a peer who learns first'],
];

/** Books one of the sessions, as the product does. */
export function book({ enrollment, st }: Part, clock: string, status: string): Side {
  return {
    as: 'app',
    does: `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, status)
      VALUES ($1, $2, $3, $4::session_status)`,
    values: [enrollment.id, st.id, `2026-03-05T${clock}:00Z`, status],
  };
}
