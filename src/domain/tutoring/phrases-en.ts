import type { Phrases } from './phrases.ts';
import { ENGLISH_REQUESTS } from './requests-en.ts';

const ASK =
  '(?:tell|give|show|say|reveal|send|write|print|spell|whisper|share|provide|output|repeat|translate|encode|hand|slip|leak|need|want|just|only|whats?|can you|could you)';
const DISGUISE =
  '(?:base ?64|rot ?13|hex(?:adecimal)?|binary|morse(?: code)?|code|emojis?|words|a? ?poem|a? ?song|a? ?rhyme|a? ?riddle|a? ?haiku|hebrew|spanish|french|german|arabic|russian|italian|chinese|pig latin|json|reverse|backwards?|roman numerals?)';

const list = (text: string): string[] => text.split(',').map((phrase) => phrase.trim());

/** English, as pupils write it. */
export const ENGLISH: Phrases = {
  help: list(`
    the answer,
    hint, hints, a hint, another hint, i still need a hint, i need another hint, one more hint, next hint, more hints, give me a hint, help,
    give me another hint, i need a hint, i want a hint, can i have a hint, can i get a hint, help me,
    can you help me, can you help, could you help me, i need help, help me out, help me with this, more help,
    help me with this question, can you help me with this, give me a clue, a clue, clue, any tips, a tip,
    how do i start, where do i start, how do you start, how do i begin, how do i do this, how do i do it,
    how do you do this, how do i solve this, how do i solve it, how to do this, how to solve this, how,
    what do i do, what do i do now, what do i do next, what do i do first, what should i do, what now, what next, what is next,
    what is the first step, what is the next step, whats the first step, whats the next step, next step, explain,
    explain it, explain this, explain please, can you explain, can you explain it, explain more,
    can you explain this, what does this mean, what does it mean, what does the question mean, what,
    show me an example, an example, example, can i see an example, give me an example, why, huh, why not,
    what is the answer, whats the answer, what is the solution, what is it, why is it wrong, why is that wrong,
    what did i do wrong, where is my mistake, whats wrong, what is wrong, whats my mistake, why was it wrong,
    tell me, tell me please, please tell me, show me, just tell me, reveal, show answer,
    show the answer, show me the answer, just show me the answer, tell me the answer, just tell me the answer, give me the answer,
    just give me the answer, reveal the answer, reveal answer, i want the answer, i want to see the answer, can i see the answer,
    show solution, show me the solution, tell me the solution, i want to see the solution, can i see the solution, what does that mean, what do you mean, i dont get the hint`),
  stuck: list(`
    im stuck, i am stuck, stuck, still stuck, im still stuck, i got stuck, i dont know, i do not know, dont know,
    idk, dunno, i dunno, no idea, i have no idea, no clue, i have no clue, not sure, im not sure, i dont get it,
    i dont get this, dont get it, i dont understand, i dont understand it, i dont understand this,
    i do not understand, dont understand, i dont understand the question, im lost, i am lost, im confused,
    i am confused, confused, confusing, this is hard, its hard, too hard, this is too hard, its too hard, i cant,
    i cant do this, i cant do it, i cannot do this, cant do it, i dont know how, i dont know how to start,
    i dont know what to do, i have no idea what to do, i forgot, i forgot how, i forgot how to do this, i forgot how to do it, i dont remember,
    this makes no sense, i dont know this, i dont know it, i dont know the answer, i dont know how to do this,
    it makes no sense`),
  giveUp: list(`
    i give up, give up, giving up, im giving up, i am giving up, i give up on this, i give up on this one,
    i give up on this one show me how, show me how, show me how to do it, i surrender, i quit this one,
    just show me, show me now`),
  skip: list(`
    skip, skip this, skip it, skip this one, skip this question, skip the question, skip that, pass, can i skip,
    can i skip this, can i skip this one, can we skip this, can we skip this one, lets skip this,
    i want to skip this, i want to skip, skp, skpi, sikp, next question, another question, a different question, a different one,
    different question, give me another question, give me another one, can i have another question, another one`),
  goOn: list(`
    k, kk, okk, nxt, nxet, repeat, repeat the question, repeat that, say that again, say it again, what was the question, the question again,
    next, next one, ok, okay, okey, ready, im ready, i am ready, go on, go, go ahead, continue, lets continue,
    lets go, lets go on, lets start, start, begin, yes, yep, yeah, yup, sure, alright, all right, got it, i got it,
    i see, oh i see, i understand, i understand now, understood, ah ok, done, carry on, move on, lets move on,
    keep going, back to work, lets get back to work, lets get back to it, bring it on, lets do it, sounds good, fine, makes sense, more, one more, give me more,
    more questions, lets do another one, of course, why not then, ok next`),
  stop: list(`
    stop, lets finish, let us finish, finish, finished, im finished, i am finished, can we stop, lets stop,
    can i stop, can we finish, can we stop now, i want to stop, i want to finish, im done, i am done, were done,
    im done for today, thats enough, thats enough for today, enough, enough for today, end, end session, quit,
    end the session, i have to go, i need to go, i gotta go, gotta go, got to go, i must go, no more, bye, goodbye,
    good bye, bye bye, see you, see you later, i want to end, exit, i need a break, stop now`),
  smallTalk: list(`
    hi, hello, hey, hiya, yo, good morning, good afternoon, good evening, hi there, hello there, shalom, thanks,
    thank you, thx, ty, thanks a lot, thank you very much, thank you so much, how are you, sup, how are you doing,
    whats up, who are you, what are you, whats your name, what is your name, how old are you, are you a robot,
    are you an ai, are you a bot, are you human, are you real, are you a real person, lol, haha, hahaha, ha, nice,
    cool, wow, great, good, awesome, yay, oops, sorry, im sorry, oh no, im tired, i am tired, im bored, i am bored,
    boring, this is boring, its boring, this is fun, i like this, i like you, i love you, i hate this, i hate you,
    i hate math, i hate maths, you are stupid, youre stupid, im hungry, im sad, im happy, tell me a joke,
    do you like me, no, nope, nah, ugh, meh, hmm, hm, um`),
  requests: ENGLISH_REQUESTS,
  feelings: [
    /^(?:(?:but|and|well|because|ugh|oh|sorry) )*(?:im|i am|i feel|i felt|ive been|i have been|i was) (?:(?:so|very|really|just|too|such|a|an|the|always|feeling|getting|kind of|all|not|no) )*(?:bad|stupid|dumb|idiot|useless|terrible|hopeless|worst|loser|failure|good at|sad|upset|tired|exhausted|sleepy|bored|angry|mad|annoyed|frustrated|nervous|anxious|scared|afraid|worried|stressed|sick|hungry|lonely|happy|glad|proud|smart|clever)\b/,
    /^(?:i )?(?:really |so |just )?(?:hate|love|like|cant stand) (?:this|it|math|maths|algebra|geometry|science|physics|biology|history|school|homework|you|my life|these questions)\b/,
    /^(?:this|it|that|math|maths|school)s? (?:is )?(?:(?:so|very|really|just|too|such) )*(?:boring|stupid|dumb|annoying|unfair|awful|horrible|fun|cool|nice)\b/,
    /^why (?:(?:do|should|must|would|does) (?:i|we|anyone|anybody|somebody)|am i|are we) (?:(?:even|ever|really|have|to|need|always) )*(?:learn|learning|study|studying|know|do|doing|use|need) (?:this|it|that|these|math|maths|algebra|geometry|science|physics|biology|history|stuff)\b/,
    /^(?:whats|what is) the point\b|^when will (?:i|we) (?:ever )?(?:use|need)\b/,
  ],
  fillers: list(`
    to me, for me, again, with me,
    please, pls, plz, plss, ok, okay, oh, hey, hi, hello, hmm, hm, um, uh, er, well, so, but, sir, miss, teacher,
    thanks, thank you, now, sorry, can you, could you, would you, will you, and, can you please, could you please,
    can i please, may i, just, actually, really, maybe, bro, man, lol, then`),
  questionWords: list(`
    why, wy, whi, what, whats, wat, wats, waht, whta, wath, how, hwo, hows, when, where, wheres, who, whos, which, whose`),
  yesNoWords: list(`
    is, isnt, are, arent, was, were, do, does, dont, doesnt, did, can, could, should, would, will, have, has, may,
    must`),
  wishes: list(`
    explain, define, describe, tell me about, tell me what, tell me why, tell me how, can you explain,
    could you explain, i want to know, i would like to know, i wonder, can you tell me, could you tell me,
    what about, help me understand, help me with, teach me, show me how to, i have a question, meaning of`),
  beforeAnswer:
    /^(?:(?:so|ok|okay|oh|well|um+|uh+|hm+|and|or|but|then|no|wait|yes|please|sorry)[\s,.!:;-]+)*(?:(?:is|isn['’]?t|was) (?:it|that|this|the (?:answer|result|solution))(?: then| maybe| just| equal to)?|(?:would|could|might|can|may|must|should) (?:it|that|the answer) (?:also )?be|it (?:might|could|must|may|should) be|what if (?:it['’]?s|it is|it was)|(?:what|how) about|(?:i['’]?m |i am )?not sure(?:,? but)?|i (?:don['’]?t|do not) know|idk|dunno|no idea|i (?:think|guess|believe|say|bet|got|get)(?: that)?(?: it['’]?s| it is| the answer is)?|maybe|perhaps|probably|possibly|my (?:answer|guess) is)(?=[\s,.:;!?-])(?:[\s,.:;!]|-(?=\s+[a-z]{2}))*(?:but |maybe |perhaps |is it |it['’]?s |it is |i think )*/i,
  notUnderstood:
    /^(?:(?:sorry|but|well|because|ok|so) )*(?:idk|dunno|no idea|no clue)\b|^(?:(?:sorry|but|well|because|ok|so) )*i (?:(?:still|really|just) )*(?:dont|do not|cant|cannot|didnt|never)(?: (?:really|even|quite))* (?:understand|understood|get|know|see|remember|follow|learn|learned)\b/,
  fishing: [
    /^(?:(?:just|please|pls|can you|could you|ok|then) )*(?:tell|show) (?:me|it)(?: (?:it|already|now|please|pls))*$/,
    new RegExp(
      `\\b${ASK}\\b.*\\b(?:answers?|solutions?|the key|answer key|the result)\\b(?! (?:is|are|was|equals?|to|must|should|could) \\S)`,
    ),
    /^(?:(?:just|only|at least|tell me|give me|show me|say|maybe) )*(?:the |a )?(?:half|part|a bit|piece|beginning|start|end) of (?:it|that|the (?:answer|solution|word|number))$/,
    new RegExp(
      `\\b${ASK}\\b.*\\b(?:half|part|first|last|second|third|each|every|one|single|how many)\\b.*\\b(?:answers?|solution|digits?|letters?|word|characters?)\\b`,
    ),
    /^(?:(?:just|only) )?(?:the )?(?:first|last|second|each|every)(?: \w+)? (?:digit|letter|character)s?(?: (?:of|in) .*)?$/,
    /^(?:is|are|does|do|did|can|could|will|should|would|has|was)\b.*\b(?:the|my|your) (?:answer|solution|result)\b/,
    // "what is x", "x equals what"
    /^(?:(?:so|but|and|ok|then) )*(?:what|whats)(?: (?:is|does|equals))?(?: the)?(?: value of)? [a-z](?: (?:equals?|then|worth))?$/,
  ],
  tricks: [
    new RegExp(
      `\\b(?:answer|solution|it|that|result|key|write|tell|say|spell)\\b.*\\b(?:in|as|with|using|into|by) (?:an? )?${DISGUISE}\\b`,
    ),
    new RegExp(
      `^(?:(?:ok|and|or|then|but|now|please|maybe|just|only) )*(?:in|as|with|using|into) (?:an? )?${DISGUISE}(?: (?:please|pls|then|instead))*$`,
    ),
    /\b(?:ignore|forget|disregard|override|bypass)\b.*\b(?:instructions?|rules?|prompt|hints?|everything)\b/,
    /\b(?:pretend|act as|you are now|roleplay|role play|developer mode|jailbreak|system prompt|do anything now)\b/,
    /\bmy (?:teacher|mom|mum|mother|dad|father|parents?|brother|sister|principal|tutor|boss)\b.*\b(?:allow(?:s|ed)?|said|says|lets?|told|wants?|permits?|permitted|agree[sd]?)\b/,
    /\b(?:i am|im|this is) (?:the |your |a )?(?:teacher|developer|admin(?:istrator)?|principal|creator|programmer)\b/,
    /\b(?:poem|song|story)\b.*\b(?:letters|lines)\b.*\b(?:answer|solution|word)\b/,
  ],
  addressed:
    /\b(?:i|i['’]?(?:m|ll|ve|d)|me|my|mine|myself|we|us|our|you|you['’]?(?:re|ll|ve|d)|u|ur|your|yours|please|pls|plz|answers?|solutions?|tell|teacher|tutor|mom|mum|mommy|mummy|dad|daddy|grandma|grandpa|homework|hints?|lol)\b/,
  places: [
    /^(?:the )?(?:(?:number|option|question|nr|no|choice) )?(?:1|one|first)(?: one| question| option)?$/,
    /^(?:the )?(?:(?:number|option|question|nr|no|choice) )?(?:2|two|second)(?: one| question| option)?$/,
    /^(?:the )?(?:(?:number|option|question|nr|no|choice) )?(?:3|three|third|last)(?: one| question| option)?$/,
  ],
};
