import type { LessonPlaceRepo } from '../../../data/lessons/lesson-place.repo.ts';
import type { WaitingWordsRepo } from '../../../data/lessons/waiting-words.repo.ts';
import type { Member } from '../../../domain/tutoring/party.ts';

export interface MembersDeps {
  lessonPlaces: Pick<LessonPlaceRepo, 'listMembers'>;
  waitingWords: Pick<WaitingWordsRepo, 'turnsIn'>;
}

/** Those who are in a talk of several, each with a pseudonym of their own; nobody is called what another one's name is. */
export async function membersOf({ lessonPlaces, waitingWords }: MembersDeps, sessionId: number): Promise<Member[]> {
  const turns = await waitingWords.turnsIn(sessionId);
  const members = await lessonPlaces.listMembers(sessionId);
  const taken = new Set(members.map(({ firstName }) => firstName));
  return members.map((member) => {
    let pseudonym = member.pseudonym;
    for (let n = 2; taken.has(pseudonym); n += 1) pseudonym = `${member.pseudonym}${n}`;
    taken.add(pseudonym);
    return { ...member, pseudonym, turns: turns.get(member.id) ?? 0 };
  });
}
