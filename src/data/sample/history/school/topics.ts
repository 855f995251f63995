/** A question of the class manager, and what pupils of the ninth grade think of it. */
interface Question {
  question: string;
  answers: readonly string[];
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What groups talk about when nobody is taught, by subject: two questions each. */
export const TOPICS: Readonly<Record<string, readonly (readonly Question[])[]>> = {
  math: [
    [
      {
        question:
          'You got a wrong result and cannot find the mistake. What do you do next? Tell the others what works for you.',
        answers: lines(`
          I put the result back in and look where it stops being true.
          I do it again on a clean page without looking at the first one.
          I ask somebody to do the same one and then we compare line by line.
          Mostly I check the signs, it is nearly always a minus.
          I leave it and do another one first, then I see it.
          I try it with easier numbers and see if the way still works.`),
      },
      {
        question: 'And when a friend is stuck: how do you help without simply giving the answer away?',
        answers: lines(`
          You can ask what they tried first.
          I show them one like it, with other numbers.
          I only say which line the mistake is in.
          Sometimes it helps just to let them explain it to me.
          I would tell them what I would look at, not what I get.`),
      },
    ],
    [
      {
        question:
          'Where did you last need a percentage or an equation outside school? Was the number you were told a fair one?',
        answers: lines(`
          The shoes were 30 percent off and then another 10, and that is not 40.
          When we split the bill for the pizza and somebody had two drinks.
          My phone says 20 percent and then it is off, so that is not fair at all.
          We worked out how long we have to save for the trip.
          In basketball, when they say somebody scores 60 percent it depends how often they throw.`),
      },
      {
        question: 'Your class has 600 shekels for a day out. How would you decide so that everybody can live with it?',
        answers: lines(`
          Everybody writes down two things and we take what most have.
          We should first find out what it costs and then vote.
          Those who cannot pay more should not have to say so in front of everybody.
          Split it so that nobody has to bring more than ten.
          Somebody should keep a list so that it is clear where it went.`),
      },
    ],
  ],
  science: [
    [
      {
        question:
          'Two of you measured the same thing and got different values. Who is right, and how do you find out together?',
        answers: lines(`
          Maybe nobody, we should both do it again and swap places.
          It depends how far apart they are, a little bit is always there.
          One could read while the other one lets go, then it is fair.
          We take ten each and look at the middle.
          I would check the stopwatch first, mine starts late.
          If it is only me who gets it I would think it is my mistake.`),
      },
      {
        question:
          'Somebody in a group does all the work and somebody none. What would be a good rule for your lab group?',
        answers: lines(`
          Everybody does each job once, we change every time.
          The one who knows it best should explain and not do.
          You have to say it early, not at the end when it is too late.
          Whoever did not do anything writes the report.
          Ask the quiet ones first.`),
      },
    ],
    [
      {
        question:
          'Would you eat meat that was grown from cells in a laboratory? Say why, and listen to who thinks otherwise.',
        answers: lines(`
          Yes, if it tastes the same nobody has to die for it.
          No, I want to know what is in it.
          I would try it once.
          It takes a lot of energy too, so I am not sure it is better.
          My grandmother would never, for her food comes from a field.
          Bread is also made by cells if you think of yeast.`),
      },
      {
        question: 'How do you tell a claim that you can believe from one that only sounds like science?',
        answers: lines(`
          I look who says it and if they sell something.
          If nobody could ever show that it is wrong it is no science.
          They have to say how they measured it.
          When it works for everybody all the time I do not believe it.
          I ask at home and then I look it up.`),
      },
    ],
  ],
  history: [
    [
      {
        question:
          'In Athens a few thousand men decided for everybody. Who should be allowed to vote at our school, and about what?',
        answers: lines(`
          Everybody who has to keep the rule should vote on it.
          Not about grades, that would never work.
          Younger ones too, but somebody has to explain it to them first.
          In Athens women and slaves had no say, so it was not really everybody.
          About the trip and the yard, yes. About the timetable I do not know.
          If you never come to the meeting you should not complain.`),
      },
      {
        question: 'You lost the vote and still think that you are right. What then?',
        answers: lines(`
          You can say it again next time with better reasons.
          I would go along with it, otherwise why vote.
          Depends if it hurts somebody.
          I would ask those who were against me why.
          The ones who won should still listen to the others.`),
      },
    ],
    [
      {
        question: 'Was the revolution worth what it cost? Take a side, and answer somebody on the other one.',
        answers: lines(`
          Yes, otherwise there would still be a king who decides everything.
          So many people were killed that I cannot say it was worth it.
          It was worth it for those who came later and not for those who were there.
          They could have done it slower, like in other countries.
          The bread was too expensive, what else should they have done.
          In the end they got an emperor anyway.`),
      },
      {
        question: 'When is it right to break a rule in order to change it? Where would you stop?',
        answers: lines(`
          When you asked nicely many times and nobody listened.
          As long as nobody gets hurt.
          You should be ready to be punished for it, then people see you mean it.
          I would rather write something than break something.
          If the rule is only bad for me that is not enough.`),
      },
    ],
  ],
};

/** How one pupil takes up what another has just said. */
export const TAKEN_UP: readonly string[] = lines(`
  I think {name} is right, but it does not always work.
  What {name} says, I had that too.
  {name} can you say why?
  I see it differently than {name}.
  Good point {name}, I did not think of that.
  Like {name} said, and it also depends who you ask.
  {name} what would you do if it goes wrong?`);
