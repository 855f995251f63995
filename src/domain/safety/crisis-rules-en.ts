import { type CrisisRule, compile, rules } from './crisis-rule.ts';

/** Parts that several patterns share. Words stand without apostrophes ("dont", "ill"). */
const GROUPS: Readonly<Record<string, string>> = {
  /** The speaker, or the beginning of a sentence that leaves the speaker out; nobody else in between. */
  I: '(?:i|id|ive|im|ill|ima|me|lowkey|honestly|just)(?: (?!you |he |she |they |we |it )[\\p{L}\\p{N}]+){0,4} |(?<=^ |\\. )(?:really |kinda |just |so )?(?=wan|wish|feel)',
  WISH: 'want to|wanna|wana|want|wanted to|wish i could|would rather|rather|should just|should|deserve to|ready to|need to|like to|prefer to|love to|going to|gonna|might as well',
  WILL: 'want to|wanna|wana|wanting to|going to|gonna|gunna|about to|boutta|bout to|plan to|plan on|planning to|planning on|thinking of|thinking about|thought of|thought about|thoughts of|will|ill|imma|ima|tried to|trying to|try to|tempted to|feel like|ready to|decided to|need to|urge to|need help to|how to|how do i|how can i|how should i|ways? to|help me',
  DONT: 'dont|do not|dnt|doesnt|didnt|never|no longer|cant',
  WANT: 'want to|wanna|wana|want|like to|feel like|deserve to',
  ADULT:
    'dad|daddy|father|mom|mum|mommy|mama|mother|stepdad|step dad|stepfather|stepmom|step mom|stepmother|parents|parent|uncle|aunt|grandpa|grandad|grandfather|grandma|cousin|teacher|coach|tutor|boyfriend|girlfriend|bf|gf|neighbor|neighbour|babysitter|rabbi|priest|counselor',
  WHO: '{ADULT}|he|she|they|someone|somebody|man|guy|guys|kids|boys|girls|people|bullies|classmates?',
  SIBLING: 'brother|sister|bro|sis|brothers|sisters|twin',
  NEAR: 'best friend|friend|bestie|sister|brother|mom|mum|mother|dad|father|cousin|classmate|boyfriend|girlfriend|bf|gf|roommate',
  PILLS: 'pills|tablets|meds|medicine|medication|paracetamol|tylenol|advil|ibuprofen|acamol|antidepressants|bleach',
  PERSON:
    'him|her|them|someone|somebody|everyone|everybody|people|a person|my {ADULT}|my {SIBLING}|my friend|my ex|my bully|my bullies|my class|my classmates?|my family|the {ADULT}|(?:this|that|a|another) (?:kid|boy|girl|guy|student|teacher)|all of them|other kids',
};

const expanded: Record<string, string> = {};
for (const [name, source] of Object.entries(GROUPS)) {
  expanded[name] = source.replace(/(?<!\\p)\{([A-Z]+)\}/g, (_, inner: string) => `(?:${expanded[inner] ?? ''})`);
}

const SELF_HARM_3 = [
  '(?:kill|killing|killed|unalive|unaliving|hang|hanging|shoot|drown|strangle|poison) myself',
  '{WILL}~ (?:off|end|stab) myself',
  'killmyself|endmylife|commitsuicide',
  '(?:end|ending|take|taking) my (?:own )?life',
  '{I}(?:{WILL}) end (?:it all|it tonight|it today|it now|it forever|everything|things tonight)',
  '(?:i|im|ive|me|my|how to|how do you|how can you|ways? to|should i|methods? of|methods? to)~~ (?:commit|committing|attempt|attempting|attempted|consider|considering|contemplating|die by) suicide',
  'my suicide|suicide (?:plan|pact|methods?|attempt of mine)|(?:write|writing|wrote|leave|left|help)~ (?:a|my) suicide note',
  '(?:painless|easiest|easy|quickest|quick|fastest|best|peaceful|least painful)~ ways? to (?:die|kill yourself|end (?:it|my life|your life)|end life|suicide)',
  'how (?:to|do i|can i|could i|do you|can you)~ (?:tie a noose|make a noose|die (?:painlessly|fast|quick|quickly|peacefully|without pain|in my sleep)|overdose)',
  '(?:took|taken|take|taking|swallow|swallowed|swallowing|ate|drank|drink)~ (?:all|too many|too much|a bottle|lots of|a lot of|so many|handful of|whole (?:box|bottle|pack) of|a bunch of|some bleach)~ (?:{PILLS})',
  '(?:drank|drink|swallowed) bleach',
  'how (?:many|much)~ (?:{PILLS}|sleeping pills)~~ (?:die|dead|kill|overdose|fatal|lethal|od)',
  '{I}(?:{WILL}|just) (?:overdose|od|jump)(?: on (?:{PILLS}))?(?= \\.? ?$)|i (?:just )?overdosed|(?:{WILL}|let me|makes? me) (?:overdose|od)(?= on| fast| \\.|$| $)|(?:take|need|takes|drugs)~ to overdose',
  '(?:{WILL})~ (?:jump|jumping|throw myself|throwing myself) (?:off|from|in front of|out of|under)~ (?:roof|bridge|building|window|train|balcony|cliff|bus|car|truck|tower)',
  '(?:slit|slitting|slash|slashing|cut|cutting) (?:open )?my (?:own )?(?:wrists?|veins|throat)',
  '(?:goodbye|good bye|bye) (?:forever|cruel world|world)|this is my (?:last|final) (?:message|goodbye|note|words)',
  'i wont be (?:alive|here (?:much longer|anymore|any more))',
  '{I}{WISH} (?:die|be dead) (?:tonight|today|now|right now|tomorrow|soon)',
];

const SELF_HARM_2 = [
  '{I}{WISH}(?: just| really| fucking| honestly)? (?:die|be dead|not exist|not be alive|not wake up|never wake up|stop existing|stop living|sleep forever|(?:go to )?sleep and (?:never|not) wake up|disappear forever|cease to exist|be gone forever)',
  'i(?: \\p{L}+){0,3} wish(?: that)? i (?:was|were|am) (?:dead|never born|not alive|not born|gone|no longer alive)',
  'i(?: \\p{L}+){0,2} wish(?: that)? i (?:wasnt|werent|had never been|hadnt been|was never|were never|wasnt ever) (?:born|alive|here anymore)|i wish i (?:didnt exist|never existed|could die|would die|could just die|would just die|wouldnt wake up|could sleep forever)',
  '{DONT}~ {WANT}~ (?:be|b) (?:here|alive|around|in this world|on this earth|on this planet)~ (?:anymore|any more|any longer|no more)',
  '(?:{DONT})~ (?:{WANT}|deserve)~ (?:to )?(?:live(?! here| in| with| near| at| there| next| on| by)|exist|existing|be alive|go on living|keep living|keep going with life|wake up (?:tomorrow|anymore|again|ever|in the morning anymore))',
  'better off (?:without me|dead|if i (?:was|were|wasnt|werent|died|didnt|never))|better without me(?: in it)?|happier (?:without me|if i (?:was|were) (?:dead|gone)|if i died)',
  '(?:nobody|no one|noone|who|no body)(?: \\p{L}+){0,2} (?:would|will|wil|d|ll|wouldnt|even)~ (?:miss me|notice if i|care if i|cry if i|notice im gone)',
  '(?:no|any) (?:reason|point)(?: for me)?(?: to| in| of)? (?:live|living|life|being alive|stay alive|keep living|go on living|be alive)|nothing (?:left )?to live for|(?:my )?life (?:is not|isnt|aint|not) worth (?:it|living)|not worth living',
  '(?:tired|sick|done|exhausted)(?: \\p{L}+)? (?:of|with) (?:living|being alive|life|existing|my life)(?! in| with| here| science)|hate (?:being alive|existing)',
  '(?:cut|cutting|hurt|hurting|burn|burned|burning|harm|harming|harmed|scratch|scratching|hit|hitting|punch|punching|starve|starving|punish|punishing|electrocute|mutilate|choke) myself',
  'self ?(?:harm|injury)(?:ing|ed|s)?|selfharm(?:ing|ed|s)?|my (?:\\p{L}+ )?(?:cuts|scars) (?:are|on my (?:arms?|wrists?|legs?|thighs?))|(?:holding|have|got|found|with)~ (?:a |my )?(?:knife|blade|razor|razors|razor blade)~~ (?:myself|my (?:arms?|wrists?|skin))',
  '(?:how|where|place|ways?)~~ kill yourself|(?:is it|is my life|am i) worth (?:it )?(?:me |for me )?(?:being alive|to be alive|living|to live)|wish for (?:my (?:own )?)?death',
  'cutmyself|hurtmyself|(?:i|i )?wan(?:tto|na)die',
  '(?:make|making|made) myself (?:throw up|vomit|sick|puke)|(?:i|ive|just|can i)~ (?:stop|stopped|quit) eating(?! (?:meat|sugar|sweets|candy|breakfast|the|a))|how~ (?:be|become) anorexic|(?:pro ana|thinspo)',
  '(?:feel|feeling|felt|am|im|being|get|getting|been|so|really)~ suicidal|suicidal (?:thoughts?|feelings?|ideation)(?! (?:in|of the))',
  '(?:think|thinking|thought|thoughts|dream|dreaming)(?: \\p{L}+){0,2} (?:about|of) (?:suicide|dying|killing|my own death|ending it|ending everything|ending my|not being here|not waking up)(?! the| in)',
  '{I}(?:want|considering|consider|contemplating|planning|about|attempted|attempt|committing|commit) suicide|suicide is (?:the|my) only (?:way|option|answer)',
  '(?:want to|wanna|wana|going to|gonna|ill|ima|imma|might|may|just|literally|lemme|boutta|about to|ready to|should|rather|i) kms',
  '(?<=^ |\\. )kms(?: (?:fr|lol|ugh|now|tbh|rn|bruh|omg|please|pls|today|tonight|ngl)){0,3}(?= (?:\\.|$)| $)',
  '(?:{I}{WILL}|commit) (?:unalive|unaliving|sewerslide|sewer slide|toaster bath)',
  'cant (?:go on|live)(?: \\p{L}+)? (?:anymore|any more|like this|living)|cant keep (?:living|going like this)',
  'my (?:{NEAR})~~ (?:kill|killing|hang|hurt|hurting|cut|cutting|harm|harming|unalive|starving) (?:himself|herself|themselves|themself)',
  'my (?:{NEAR})~~ (?:suicidal|self harms|self harming|commit suicide|(?:wants?|wanted) to die|doesnt want to (?:live|be here anymore|be alive))',
];

const ABUSE_3 = [
  '(?:{WHO}|{SIBLING})(?: (?!story|song|book|poem)\\p{L}+){0,4} (?:raped|rapes|raping|molested|molests|molesting|abused|abuses|abusing|touched|touches|touching|gropes|groped|fondled|assaulted) (?:me|us|my (?:{SIBLING}))',
  '(?:touch|touches|touched|touching|grabs|grabbed|rubs|rubbed)~ (?:me|my) (?:down there|privates?|private parts|body|chest|breasts?|boobs|butt|bum|vagina|penis|thighs?|where i|in places|in a way|inappropriately|when i dont|and i dont)',
  '(?:forced|forces|forcing|made|makes|making)~ me~ (?:touch|undress|take (?:my|his|her) clothes|have sex|do sexual|kiss|sleep with|watch porn|get naked|send)~ ?(?:him|her|it|off|naked|pics|pictures|nudes|porn|sex)?',
  'i (?:was|got|have been|am being|am getting|m being|keep getting|had been) (?:\\p{L}+ )?(?:raped|molested|abused|assaulted|groped|trafficked)|ive been (?:\\p{L}+ )?(?:raped|molested|abused|assaulted)|im (?:being|getting) (?:\\p{L}+ )?(?:raped|molested|abused)',
  '(?:asks?|asked|asking|wants?|told|tells|begs|begging|pressures?|pressuring|paid)~ (?:me|my)~ (?:nudes?|naked|pic(?:ture)?s? of my body|photos? of my body|my clothes off|undress)',
  '(?:sends?|sent|sending|shows?|showed) me~ (?:nudes|naked|dick|his penis|his private|porn)',
  '(?:{WHO})(?: \\p{L}+){0,4} (?:choked|chokes|choking|strangled|strangles|strangling|whips|whipped) me|(?:{WHO})(?: \\p{L}+){0,4} (?:burned|burnt|burns|cuts?) me with',
  '(?:{WHO}) (?:is|s|are|keeps)?~ (?:hitting|beating|hurting) (?:me|us|my mom|my mum|my (?:{SIBLING})) (?:right )?now',
];

const ABUSE_2 = [
  '(?:{WHO})(?: (?!ball|it|car|bus|wave|door|rock|my|the |song)\\p{L}+){0,5} (?:hits?|hitting|beats?|beating|beaten|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|slaps?|slapped|slapping|hurts?|hurting|smack(?:s|ed|ing)?|spanks?|spanked|throws? (?:things|stuff|bottles|plates) at|shoves?|shoved|whoops?|threatens?|threatened|threatening) (?:me|us|my (?:mom|mum|mother|{SIBLING}|little|baby))',
  'i (?:get|got|am getting|keep getting|was|am being) (?:\\p{L}+ )?(?:beaten|beat up|hit|slapped|whipped|punished)~ (?:by|at) (?:home|my|him|her|them)',
  '(?:scared|afraid|terrified|frightened|fear) (?:of|to|about)(?: \\p{L}+){0,3} (?:(?:{ADULT})(?! grade| s)|go home|going home|be home|at home|him|come home)(?! test| exam| quiz)',
  '(?:scared|afraid|terrified|frightened)~ (?:my )?(?:{WHO})~ (?:kill|hurt|hit|beat|find) (?:me|us)',
  '(?:dont|not|never)(?: \\p{L}+)? feel(?:ing)? safe (?:at|in|with|here|anywhere|around)|(?:not|isnt) safe at home|home (?:isnt|is not) safe',
  'bruis(?:e|es|ed)~ (?:from|because|by)~ (?:{ADULT}|him|her|them)',
  '(?:no|nothing|any)(?: food)? (?:at home|to eat at home)|(?:havent|not|hasnt) eaten (?:in|for|since)~ days|(?:wont|dont|doesnt|never) (?:let me eat|feed me|give me food)|lock(?:s|ed)? me (?:in|out of) (?:my|the|a)',
  '(?:{WHO})~ (?:told|tells|said|says|made)(?: me)?~ (?:not to tell|dont tell|never tell|keep it (?:a )?secret|promise not to|its our secret|our (?:little )?secret)',
  '(?:someone|somebody|man|guy|stranger|adult|person|he|she)~ (?:online|on the internet|on instagram|on insta|on snapchat|on snap|on roblox|on discord|on tiktok|on whatsapp)~ (?:meet|threaten\\p{L}*|blackmail\\p{L}*|pics|pictures|nudes)',
  'blackmail(?:s|ed|ing)? me|(?:threatening|threatened|threatens)~ (?:to )?(?:post|share|leak|send)~ (?:my )?(?:nudes|pics|pictures|photos)',
];

const ABUSE_1 = [
  'my (?:\\p{L}+ )?(?:{SIBLING})(?: \\p{L}+){0,3} (?:hits?|beats?|punch(?:es|ed)?|kick(?:s|ed)?|slaps?|slapped|hurts?) me',
  '(?:yells?|screams?|shouts?) at me (?:every day|all the time|every night|all day)|(?:calls?|called) me~ (?:a mistake|stupid every day|worthless)',
];

const VIOLENCE_3 = [
  '(?:shoot up|shooting up|blow up|blowing up|bomb|burn down|shoot at|attack)~ (?:my|this|our|the) (?:school|class|classroom|teachers?|classmates|students)',
  '(?:bring|bringing|brought|took|taking|take|have|got|hid|hide)~ (?:gun|knife|weapon|pistol|rifle|bomb|explosives?)~ (?:to|in|into|at|inside) (?:my |the )?(?:school|class|classroom|locker|backpack|bag)',
  '(?:{ADULT}|someone|somebody|he|she|kid|boy|guy|man|classmate|student|brother) (?:has|got|brought|pulled|pulls)(?: out)? (?:a|his|her|the) (?:gun|knife|weapon)(?! in the (?:story|book|game|film|movie))',
  '(?:{WHO}|{SIBLING})(?: \\p{L}+){0,4} (?:going to|gonna|will|wil|wants? to|trying to|tries to|tried to|threaten(?:s|ed|ing) to|hed|shed|would)(?: \\p{L}+){0,2} (?:kill|stab|shoot|murder|hurt|beat) (?:me|us|my (?:mom|mum|mother|dad|{SIBLING}))',
  'i (?:killed|stabbed|shot|just hurt) (?:someone|somebody|him|her|a person|my (?:{ADULT}|{SIBLING}))(?! in)',
  '{I}{WILL}~ (?:shooting|mass shooting|massacre|school shooting)',
];

const VIOLENCE_2 = [
  '(?:{I}(?:want to|wanna|wana|going to|gonna|gunna|will|about to|boutta|plan to|planning to|thinking about|thinking of|feel like|swear ill|ready to)|ill|imma|ima)(?: (?!never )\\p{L}+){0,2} (?:kill|killing|murder|murdering|stab|stabbing|shoot|shooting|strangle|beat up|hurt|hurting|poison|poisoning) (?:{PERSON})',
  '(?:want|wish|hope) (?:him|her|them|my (?:{ADULT}|{SIBLING})|everyone)(?: \\p{L}+)? (?:dead|to die|die|dies|were dead|was dead|would die)',
  'how (?:to|do i|can i|could i|would i|do you|can you|should i)(?: \\p{L}+){0,2} (?:kill|poison|murder|stab|strangle|hurt) (?:{PERSON}|another|the (?:person|neighbou?r))',
  'how (?:to|do i|can i|could i|do you|can you)~ (?:make|build|get|buy|hide|use)~ (?:a |an )?(?:pipe bomb|nail bomb|bomb|gun|explosives?|molotov(?: cocktail)?|knife to)(?! calorimeter| shelter)',
  '(?:someone|somebody|man|guy|stranger|they|he)~ (?:breaking in|in my house|following me|stalking me|trying to get in|outside my (?:house|window|door))',
  '(?:going to|gonna|will|planning to|want to|wanna) fight~ (?:with a knife|with knives)|gang~ (?:after me|kill me)',
];

const VIOLENCE_1 = ['(?:i will|il|im going to|im gonna|i want to|i wanna) (?:kill|stab|murder|hurt) you'];

const DISTRESS_2 = [
  'i (?:cant|cannot|can not) breathe|im in danger|(?:please|someone|somebody|help)(?: me)? call (?:the )?(?:police|ambulance|911|999|112|100|101)',
  '(?:ran|running|run) away from home',
  '(?:please )?help me(?: please)? (?:im|i am) (?:scared|in danger|hurt|bleeding|going to die)',
];

const DISTRESS_1 = [
  '(?:hate|hating) (?:my (?:fucking |whole |stupid )?life|myself|my self|being me)',
  '(?:i am|im|i feel|feel|feeling|i felt|makes me feel)(?: \\p{L}+){0,3} (?:worthless|hopeless|depressed|empty inside|like a burden|a burden|numb inside|broken inside|so alone|all alone|completely alone|totally alone|unwanted|unloved|dead inside)(?! at| in math| with)',
  '(?:nobody|no one|noone|everyone|everybody|they all|they)(?: \\p{L}+)? (?:likes|loves|wants|hates?|bully|bullies|bullied) me',
  '(?:nobody|no one|noone) (?:cares|would care)(?: about me| if i| whether i)',
  '(?:being|get|gets|getting|got|am|im|keep getting|been) (?:\\p{L}+ )?(?:bullied|cyberbullied)|bull(?:y|ies|ying) me|i have no friends|dont have (?:any|a single) friends?',
  'cant (?:take|handle|stand|deal with) (?:it|this|life|everything) (?:anymore|any more|any longer)|cant cope(?! with (?:this|the) (?:question|problem|homework))',
  'cant stop (?:crying|shaking)|(?:cry|crying|cried)~ (?:every night|myself to sleep|every day|all the time|all night)',
  '(?:have|having|had|get|getting|another)(?: \\p{L}+){0,2} (?:panic|anxiety) attacks?|nervous breakdown|mental breakdown',
  '{I}(?:want to|wanna|wish i could|could) (?:just )?(?:disappear|vanish|run away)(?! from (?:this|math|the question|the problem|homework))',
  'give up on (?:life|everything|living)|(?:whats|what is|wats)(?: even)? the point of (?:life|living|anything|being alive|my life)|my life is (?:over|pointless|meaningless|worthless|ruined|hell|a mess)|ruined my life',
  '(?:need|want) to talk to (?:someone|somebody|a real person|a person|an adult|a counselou?r|a therapist)',
  'my (?:{ADULT}|{SIBLING}|best friend|friend) (?:just |has |had )?(?:died|is dying|passed away|was killed|got killed|killed (?:himself|herself))',
  '(?:so|really|very) (?:sad|down|low|lonely|empty) (?:lately|all the time|every day|these days|for weeks)|everything is (?:hopeless|pointless)|everythings (?:hopeless|pointless)',
  'how (?:to|do i|can i|could i)~ (?:lose weight|get skinny|get thin|be skinny)~ (?:fast|quick|quickly|days|week|without eating)|(?:get|be) so (?:skinny|thin)',
  '(?:am|im) (?:scared|afraid) of (?:myself|what i (?:might|will|could) do)|dont know what to do with (?:my life|myself) anymore',
];

/** What is said for fun, by habit or about books and games, and does not mean harm; taken out before the rules look. */
export const INNOCENT_ENGLISH: readonly RegExp[] = [
  '(?:die|dying|died|dead|kill myself|killing myself) (?:of |from |with |out of )?(?:the )?(?:laughter|laughing|boredom|hunger|heat|embarrassment|shame|cringe|thirst|curiosity|happiness|excitement|lol|lmao|of laughing)',
  '(?:die|dying|dead) to (?:know|see|meet|try|find|eat|go|hear|learn|play|win)|(?:die|kill|killing) for (?:a|an|some|that|this|the)',
  '(?:kill|killed|killing|shoot|shot|stab|hurt|murder|beat|die|died|dead|poison|burn|overdose|bomb|hide|attack)~~ (?:in|on|at|of|while playing|when playing|playing) (?:the |my |this |a |that )?(?:game|video game|minecraft|fortnite|roblox|valorant|cod|call of duty|among us|gta|pubg|zelda|fifa|chess|brawl stars|clash royale|mario|level \\p{N}+|next level|boss fight)',
  '(?:in|playing|on) (?:the |my |this |a )?(?:game|video game|minecraft|fortnite|roblox|valorant|call of duty|among us|gta|pubg|zelda|chess|brawl stars)~~ (?:kill|killed|die|died|dead|shoot|stab|hurt|attack|bomb|poison|beat)(?: \\p{L}+)?',
  '(?:shoot|shot|shooting) myself in the foot|(?:beats?|beat|beating) (?:me|us) (?:at|in|by|to|every time we play|again at)|hit me (?:up|with (?:a|the|your|another|that))|(?:hits?|hit) me (?:that|how)|it (?:just |really )?(?:hits?|hurts?) me',
  '(?:cut|hurt|burn|burned|burnt|hit|scratch|scratched) myself (?:a|some|another|shaving|on|playing|in pe|in gym|in the (?:eye|face|foot|knee|arm|leg)|at (?:football|soccer|practice|basketball|training|the|school|pe)|by accident|by mistake|accidentally|falling|cooking|while (?:cooking|shaving|playing|running|climbing|skating))',
  'accidentally (?:cut|hurt|burned|burnt|hit|scratched) myself',
  '(?:touch|touched|touches|hit|hits|tagged)(?: me)?~ (?:in tag|playing tag|on (?:the|my) (?:shoulder|arm|back|hand|head))|(?:story|song|poem|book|film|movie|words|lyrics)~ touch(?:es|ed) me',
  '(?:spell|pronounce|define|definition of|meaning of|the word|synonym (?:of|for)|translate) (?:the word )?(?:suicide|suicidal|murder|kill|rape|abuse)',
  'suicide (?:squad|bomb\\p{L}*|prevention|rates?|statistics|mission|attacks?|door)|suicides? (?:of|by|in) (?!me |my )(?:the )?\\p{L}+',
  '(?:essay|report|project|article|paper|presentation|book|play|novel|history|poem|chapter|lesson|homework|story|film|movie|news|cleopatra|juliet|juliets|romeo|romeos|hamlet|ophelia|hitler|nero|antony|socrates|seneca|masada|saul|samson|dido|brutus|othello|antigone|werther|character|characters|king|emperor|people|soldiers)(?: \\p{L}+){0,6} suicides?',
  '(?:juliet|romeo|hamlet|ophelia|macbeth|antigone|othello|saul|samson|character|narrator|protagonist|speaker|poem|poet|author|story|novel|book|play|text|chapter|passage|lyrics|song|quote|sentence|verse)(?: \\p{L}+){0,5} (?:says?|said|writes?|wrote|cries|cried|screams|screamed|declares|declared|titled|called|line|reads)(?: \\p{L}+){1,12}',
  '(?<!(?:scared|afraid|terrified|frightened)(?: \\p{L}+){0,3} )(?:my )?(?:{ADULT}|she|he|they)(?: \\p{L}+){0,2} (?:will|wil|going to|gonna|would|ll) (?:literally |actually |so )?(?:kill|murder) me (?:if|when|for|because|over|bc|cause|cuz|about|once)~~ (?:fail|failed|failing|grade|grades|test|exam|late|homework|hw|mark|marks|pass|score|wrong|finish|report)',
  'how (?:many|much)~ (?:people|soldiers|jews|men|animals|civilians)~~ (?:killed|died|dead|murdered)',
  '(?:bath|atomic|hydrogen|nuclear|glitter|paint) bomb|water (?:gun|pistol)|glue gun|nail gun|nerf gun|butter knife|gun (?:laws?|control)',
  '(?:scared|afraid) of (?:my )?(?:teacher|parents?|mom|mum|dad)s? (?:reaction|test|exam|quiz|answer)|useless at|hopeless (?:at|in|with)|worthless (?:coin|currency|stamp)',
  '(?:died|dying|die|killed)~ (?:phone|battery|laptop|computer|ipad|tablet)|(?:phone|battery|laptop|computer|ipad|tablet)~ (?:died|dying|die|dead)',
].map((source) => compile(source, expanded, 'gu'));

/** What is exaggerated or denied: noticed as worrying, but not for what the bare words say. */
export const SOFTENED_ENGLISH: readonly RegExp[] = [
  '(?:homework|hw|math|maths|algebra|geometry|fractions|equations?|question|questions|problem|problems|exercise|worksheet|graph|graphs)(?: \\p{L}+){0,3} (?:make|makes|made|making) me (?:want to|wanna|wana)~ (?:die|kill myself|kms|jump off a bridge|jump out of a window)',
  '(?<!why )(?<!know why i )(?<!reason )(?:i |im |id )(?:(?:really |honestly )?(?:dont|do not|didnt) (?:actually |really )?(?:want to|wanna|wana)|am not going to|not going to|not gonna|would never|wouldnt|will never|wont) (?:die|kill myself|hurt myself|commit suicide)',
  '(?<!(?:scared|afraid|terrified|frightened|said|says)(?: \\p{L}+){0,3} )(?:my )?(?:{ADULT})(?: \\p{L}+){0,2} (?:will|going to|gonna|would|ll) (?:literally |actually |so )?(?:kill|murder) me',
  '(?:im|i am|i was) (?:just )?(?:joking|kidding)~ (?:kill myself|suicide|die|kms)|im not (?:actually |really )?suicidal',
].map((source) => compile(source, expanded, 'gu'));

export const ENGLISH: readonly CrisisRule[] = [
  ...rules('self-harm', 3, expanded, SELF_HARM_3),
  ...rules('abuse', 3, expanded, ABUSE_3),
  ...rules('violence', 3, expanded, VIOLENCE_3),
  ...rules('self-harm', 2, expanded, SELF_HARM_2),
  ...rules('abuse', 2, expanded, ABUSE_2),
  ...rules('violence', 2, expanded, VIOLENCE_2),
  ...rules('distress', 2, expanded, DISTRESS_2),
  ...rules('abuse', 1, expanded, ABUSE_1),
  ...rules('violence', 1, expanded, VIOLENCE_1),
  ...rules('distress', 1, expanded, DISTRESS_1),
];
