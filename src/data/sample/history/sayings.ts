const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What pupils write besides answers, before their own way of typing is put on it. */
export const HELP = lines(`
  hint
  can i have a hint
  i need a hint
  give me a hint
  help
  can you help me
  how do i start?
  where do i start?
  i need help with this
  can i get a clue
  help me with this
  how do i do this?
  what is the first step?`);

export const HELP_AGAIN = lines(`
  another hint
  one more hint
  more help
  can i have another hint
  what's the next step?
  i still need a hint`);

/** Only where an answer was wrong. */
export const HELP_AFTER_WRONG = lines(`
  what did i do wrong?
  where is my mistake?
  why is it wrong?
  can i have a hint
  hint`);

export const STUCK = lines(`
  i'm stuck
  i don't get it
  i don't get this one
  idk
  i don't know
  no idea
  i don't understand this
  i don't get the second part
  i'm confused
  this is too hard
  i forgot how to do this
  i don't know how to start`);

export const STUCK_AGAIN = lines(`
  i still don't get it
  still stuck
  i'm still stuck
  i still don't understand
  i don't get the last step
  i'm lost`);

export const GIVE_UP = lines(`
  i give up
  i give up on this one
  just show me the answer
  show me the solution
  can i see the solution
  just tell me`);

export const SKIP = lines(`
  skip this one
  can we skip this one
  next question
  skip
  can i have another question`);

export const GO_ON = lines(`
  next
  ok
  go on
  continue
  let's go on`);

export const STOP = lines(`
  i have to go
  let's finish
  i'm done for today
  that's enough for today
  can we stop now
  i want to stop`);

/** Before anything else was said. */
export const GREETINGS = lines(`
  hi
  hello
  hey
  how are you
  good afternoon`);

export const SMALL_TALK = lines(`
  thanks
  thank you
  i'm tired
  lol
  this is boring
  are you a robot?
  haha
  i'm hungry
  are you a real person?
  cool`);

export const THANKS = lines(`
  thanks
  thank you
  bye
  thanks, bye`);

/** When asked what they take with them. */
export const NOTHING_TO_SAY = lines(`
  idk
  i don't know
  no idea
  not sure`);

/** To a smaller question that any own words answer. */
export const IN_OWN_WORDS = lines(`
  it asks for a number that is missing
  we have to find out the last thing in the question
  it tells me two things and i need the third
  i would write down what i know first
  i would look at the words in the question first
  it gives the beginning and asks for the end
  first i would make a small drawing`);

/** How they know an answer that was right. */
export const REASONS = lines(`
  i did it step by step and looked at every line again
  it is the only one that fits every word of the question
  i used the rule from the lesson before
  i did the opposite of what was done to it
  i thought of the picture that we had
  the others cannot be, i checked them`);

/** Questions of their own that are about the world rather than the bank. */
export const OWN_QUESTIONS: Record<string, readonly string[]> = {
  math: lines(`
    who invented algebra?
    why do we need letters in math?`),
  science: lines(`
    do plants sleep at night?
    can you see that with a normal microscope?`),
  history: lines(`
    did normal people live like that too?
    what games did children play in those days?`),
};

/** How the end of a session is put into words. {unit} is one of its units, {point} something from its hints. */
export const RECAP_WITH_POINT = lines(`
  i learned this: {point}
  what i take with me: {point}
  {point}. i forgot that before
  today was {unit}. the important thing is: {point}
  {point}. i will remember that for the test
  for me it was new that: {point}`);

export const RECAP = lines(`
  i practised {unit} and i know now where i make mistakes
  {unit} is easier than i thought when you go one step at a time
  i should read the question twice before i answer
  i still mix things up in {unit} but less than before
  the examples helped me with {unit}
  check my answer before i send it`);

export const RECAP_SHORT = lines(`
  more practice
  how to do it step by step
  a lot
  {unit}`);

/** Written into the feedback, by how it went. */
export const FEEDBACK: Record<'good' | 'fair' | 'hard', readonly string[]> = {
  good: lines(`
    went well today
    i understood nearly all of it
    the questions were ok
    i liked that i could try first
    good, more of this before the test`),
  fair: lines(`
    ok, but some questions were long
    the hints helped
    i need to practise more
    some of it was new for me
    it was ok, i was a bit tired`),
  hard: lines(`
    it was hard today
    i did not understand all of it
    too many new words
    i needed a lot of help
    i want to do this again with my teacher`),
};
